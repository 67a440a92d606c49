import "../ui/base.css";
import "../ui/parts.css";
import "./interpreter.css";
import { t } from "../i18n/t.ts";
import { startConsole, startLanguage } from "../ui/start.tsx";
import { Interpreter } from "./interpreter.tsx";

document.documentElement.dataset["scheme"] = "dark";
startLanguage();
void startConsole("booths", t("console.interpreter"), Interpreter);
