// The podium's console: for the chair with all acts of the floor, for the secretariat as its desk.
import { computed } from "@preact/signals";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { t } from "../i18n/t.ts";
import { Called } from "../ui/called.tsx";
import { FloorPanel } from "../ui/floor.tsx";
import { Header } from "../ui/header.tsx";
import { Help } from "../ui/key-help.tsx";
import { presides, type Shown } from "../ui/live.ts";
import { Agenda } from "./agenda.tsx";
import { Alerts, SlowDown } from "./alerts.tsx";
import { Dropped, NotReady } from "./called.tsx";
import { Consensus } from "./consensus.tsx";
import { Controls } from "./controls.tsx";
import { ToOrder } from "./to-order.tsx";
import { Desk } from "./desk.tsx";
import { InterpretationSection, LostOnAir } from "./interpretation.tsx";
import { KEY_LINES } from "./keys.tsx";
import { ListPanel } from "./list-panel.tsx";
import { Motions } from "./motions.tsx";
import { PanelSection } from "./panel.tsx";
import { Points } from "./points.tsx";
import { Proceedings } from "./proceedings.tsx";
import { Proposals } from "./proposals.tsx";
import { Readiness } from "./readiness.tsx";
import { Decisions, Turns } from "./record.tsx";
import { FreshResult } from "./result.tsx";
import { RulingLine } from "./ruling.tsx";
import { Script } from "./script.tsx";
import { VotePanel } from "./vote.tsx";

/** The way to the desk of accreditation, for those who may go there. */
function ToDesk({ live }: { live: Shown<"podium"> }): JSX.Element | null {
  const { capacity } = live.session;
  return capacity === "chair" || capacity === "secretariat" ? (
    <a class="button small" href={`desk${location.search}`}>
      {t("console.desk")}
    </a>
  ) : null;
}

function Notices({ live }: { live: Shown<"podium"> }): JSX.Element {
  const { simulated } = live.session.service;
  return (
    <div class="notices">
      {simulated && <p class="notice">{t("demo.notice")}</p>}
      {!presides(live) && <p class="notice">{t("meeting.other_presides")}</p>}
      <Alerts live={live} />
      <LostOnAir live={live} />
    </div>
  );
}

/** The floor: the words to say, who speaks, and the chair's hand. */
function FloorColumn({ live }: { live: Shown<"podium"> }): JSX.Element {
  return (
    <div class="column-floor">
      <Points live={live} />
      <Script live={live} />
      <section class="panel floor-panel" aria-labelledby="floor-title">
        <h2 id="floor-title">{t("floor.title")}</h2>
        <Called live={live} />
        <NotReady live={live} />
        <FloorPanel live={live} />
        <Dropped live={live} />
        <SlowDown live={live} />
      </section>
      <RulingLine live={live} />
      <Controls live={live} />
      <ToOrder live={live} />
    </div>
  );
}

/** What is before the body, each when there is something; then the list. */
function BodyColumn({ live }: { live: Shown<"podium"> }): JSX.Element {
  return (
    <div class="column-body">
      <VotePanel live={live} />
      <Consensus live={live} />
      <FreshResult live={live} />
      <Motions live={live} />
      <PanelSection live={live} />
      <ListPanel live={live} item={live.view.value.item} />
    </div>
  );
}

/** The operator's own matters first; for the others the meeting's. */
function SideColumn({ live }: { live: Shown<"podium"> }): JSX.Element {
  const operator = live.session.capacity === "operator";
  const lines = (
    <>
      <InterpretationSection live={live} />
      <Readiness live={live} />
    </>
  );
  return (
    <div class="column-side">
      {operator && lines}
      <Proceedings live={live} />
      <Agenda live={live} />
      <Proposals live={live} />
      {!operator && lines}
      <Decisions live={live} />
      <Turns live={live} />
      <Desk live={live} />
    </div>
  );
}

/** What a presiding officer works with while another has the chair: she sees all, and every act would be refused. */
function watching(live: Shown<"podium">): Shown<"podium"> {
  const known = computed(() => {
    const { me, ...rest } = live.known.value;
    return me === undefined ? live.known.value : { ...rest, me: { ...me, commands: [] } };
  });
  return { ...live, known };
}

export function Chair(props: { live: Shown<"podium"> }): JSX.Element {
  const aside = useMemo(() => watching(props.live), [props.live]);
  const live = presides(props.live) ? props.live : aside;
  return (
    <div class="podium">
      <Header live={live}>
        <ToDesk live={live} />
        <Help keys={KEY_LINES} single="help.single_keys" style="quiet small" />
      </Header>
      <main class="podium-main">
        <Notices live={live} />
        <FloorColumn live={live} />
        <BodyColumn live={live} />
        <SideColumn live={live} />
      </main>
    </div>
  );
}
