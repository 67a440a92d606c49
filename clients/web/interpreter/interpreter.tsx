// The booth's console: readable in the dark from an arm's length; who speaks and who is next, the booths, and the
// own microphone with what is told by one key.
import type { JSX } from "preact";
import { ownBooth } from "../core/booths.ts";
import { languageName, t } from "../i18n/t.ts";
import { BeforeBody } from "../ui/before-body.tsx";
import { Header } from "../ui/header.tsx";
import { Help } from "../ui/key-help.tsx";
import type { Shown } from "../ui/live.ts";
import { Mark } from "../ui/marks.tsx";
import { PutNow } from "../ui/put-now.tsx";
import { ComingSpeakers } from "./coming.tsx";
import { Handover } from "./handover.tsx";
import { KEY_LINES } from "./keys.ts";
import { Microphone } from "./microphone.tsx";
import { Signals } from "./signals.tsx";
import { AboutToSpeak, OnTheFloor } from "./speaker.tsx";
import { BoothsStrip } from "./strip.tsx";

export function Interpreter({ live }: { live: Shown<"booths"> }): JSX.Element {
  const view = live.view.value;
  const top = view.floor.at(-1);
  const { booth, participant } = live.session;
  const own = ownBooth(view, participant);
  return (
    <div class="booth">
      <Header live={live}>
        {own === undefined && booth !== undefined && <Mark icon="live">{languageName(booth)}</Mark>}
        {own !== undefined && <Help keys={KEY_LINES} single="help.booth.single_keys" />}
      </Header>
      <BoothsStrip live={live} own={own} />
      <main class="booth-main">
        <div class="booth-now">
          <PutNow live={live} />
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
          <BeforeBody live={live} />
        </div>
        <ComingSpeakers live={live} />
        {own !== undefined && (
          <aside class="booth-own" aria-label={t("booth.own")}>
            <Microphone live={live} own={own} />
            <Handover live={live} own={own} />
            <Signals live={live} own={own} />
          </aside>
        )}
      </main>
    </div>
  );
}
