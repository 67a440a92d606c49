import "../ui/base.css";
import "../ui/parts.css";
import "./desk.css";
import "./screens.css";
import { entitle, startLanguage } from "../ui/language.tsx";
import { mount, withSession } from "../ui/start.tsx";
import { openDesk } from "./desk.ts";
import { Office } from "./office.tsx";

await startLanguage();
void withSession((session) => {
  entitle("console.desk", session.conference.title);
  const desk = openDesk(session);
  mount(<Office desk={desk} />);
});
