import "../ui/base.css";
import "../ui/parts.css";
import "./chair.css";
import { startLanguage } from "../ui/language.tsx";
import { startConsole } from "../ui/start.tsx";
import { Chair } from "./chair.tsx";

await startLanguage();
void startConsole("podium", "console.chair", Chair);
