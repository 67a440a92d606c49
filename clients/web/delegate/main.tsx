import "../ui/base.css";
import "../ui/parts.css";
import "./delegate.css";
import { t } from "../i18n/t.ts";
import { startConsole, startLanguage } from "../ui/start.tsx";
import { Delegate } from "./delegate.tsx";

startLanguage();
void startConsole("hall", t("console.delegate"), Delegate);
