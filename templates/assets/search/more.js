// What few searches need, or none before its results: a script of its own, loaded when asked for.
import { openBuiltIn } from "./builtin.js";
import { corrected } from "./correct.js";
import { countArticles, countPassages } from "./counts.js";
import { nothing, topicOf } from "./nothing.js";

window.dossierMore = { openBuiltIn, corrected, countArticles, countPassages, nothing, topicOf };
