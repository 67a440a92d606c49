// The booth's console: readable in the dark from an arm's length, and nothing to press by mistake.
import type { JSX } from "preact";
import { languageName, t } from "../i18n/t.ts";
import { Header } from "../ui/header.tsx";
import type { Shown } from "../ui/live.ts";
import { Mark } from "../ui/marks.tsx";
import { ComingSpeakers } from "./coming.tsx";
import { AboutToSpeak, OnTheFloor } from "./speaker.tsx";

export function Interpreter({ live }: { live: Shown<"booths"> }): JSX.Element {
  const view = live.view.value;
  const top = view.floor.at(-1);
  const { booth } = live.session;
  return (
    <div class="booth">
      <Header live={live}>{booth && <Mark icon="language">{languageName(booth)}</Mark>}</Header>
      <main class="booth-main">
        <div class="booth-now">
          <AboutToSpeak live={live} />
          {top === undefined ? (
            view.called === undefined && (
              <p class="floor-empty">
                {t(view.meeting.phase === "in_session" ? "floor.empty" : `phase.${view.meeting.phase}`)}
              </p>
            )
          ) : (
            <OnTheFloor live={live} frame={top} />
          )}
        </div>
        <ComingSpeakers live={live} />
      </main>
    </div>
  );
}
