import "../ui/base.css";
import "../ui/parts.css";
import "./hall.css";
import { t } from "../i18n/t.ts";
import { startConsole, startLanguage } from "../ui/start.tsx";
import { Hall } from "./hall.tsx";

document.documentElement.dataset["scheme"] = "dark";
startLanguage();
void startConsole("hall", t("console.hall"), Hall);
