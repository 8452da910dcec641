// What few searches need: a script of its own, loaded when it is asked for.
import { openBuiltIn } from "./builtin.js";
import { corrected } from "./correct.js";
import { nothing } from "./nothing.js";

window.dossierMore = { openBuiltIn, corrected, nothing };
