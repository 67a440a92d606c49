import "../ui/base.css";
import "../ui/parts.css";
import "./hall.css";
import { startLanguage } from "../ui/language.tsx";
import { startConsole } from "../ui/start.tsx";
import { Hall } from "./hall.tsx";

document.documentElement.dataset["scheme"] = "dark";
await startLanguage();
void startConsole("hall", "console.hall", Hall);
