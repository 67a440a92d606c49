import "../ui/base.css";
import "../ui/parts.css";
import "./interpreter.css";
import { startLanguage } from "../ui/language.tsx";
import { startConsole } from "../ui/start.tsx";
import { Interpreter } from "./interpreter.tsx";

document.documentElement.dataset["scheme"] = "dark";
await startLanguage();
void startConsole("booths", "console.interpreter", Interpreter);
