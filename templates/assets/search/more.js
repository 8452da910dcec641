// What few searches need: a script of its own, loaded when it is asked for.
import { openBuiltIn } from "./builtin.js";
import { corrected } from "./correct.js";

window.dossierMore = { openBuiltIn, corrected };
