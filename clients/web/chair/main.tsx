import "../ui/base.css";
import "../ui/parts.css";
import "./chair.css";
import { t } from "../i18n/t.ts";
import { startConsole, startLanguage } from "../ui/start.tsx";
import { Chair } from "./chair.tsx";

startLanguage();
void startConsole("podium", t("console.chair"), Chair);
