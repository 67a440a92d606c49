import "../ui/base.css";
import "../ui/parts.css";
import "./delegate.css";
import { startLanguage } from "../ui/language.tsx";
import { startConsole } from "../ui/start.tsx";
import { Delegate } from "./delegate.tsx";

await startLanguage();
void startConsole("hall", "console.delegate", Delegate);
