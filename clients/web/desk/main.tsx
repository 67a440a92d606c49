import "../ui/base.css";
import "../ui/parts.css";
import "./desk.css";
import "./screens.css";
import { t } from "../i18n/t.ts";
import { mount, startLanguage, withSession } from "../ui/start.tsx";
import { openDesk } from "./desk.ts";
import { Office } from "./office.tsx";

startLanguage();
void withSession((session) => {
  document.title = `${t("console.desk")} · ${session.conference.title}`;
  const desk = openDesk(session);
  mount(<Office desk={desk} />);
});
