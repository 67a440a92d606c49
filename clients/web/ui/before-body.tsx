// In a line each, what is before the body beside the speaker: a motion, a panel, replies that are due.
import type { JSX } from "preact";
import { isPanelOpen } from "../core/next.ts";
import type { Audience, HallView } from "../core/contract.ts";
import { t } from "../i18n/t.ts";
import type { Shown } from "./live.ts";
import { DelegationNames, Mark } from "./marks.tsx";
import { MotionMover, motionText } from "./motion.tsx";

function MotionLine({ view }: { view: HallView }): JSX.Element | null {
  const id = view.motion ?? view.pending_motions[0];
  const motion = id === undefined ? undefined : view.motions[id];
  if (motion === undefined) {
    return null;
  }
  const more = view.pending_motions.length - (view.motion === undefined ? 1 : 0);
  return (
    <p class="before-line">
      <b>{t(view.motion === undefined ? "motion.one_waits" : "motion.one_now")}</b>{" "}
      <bdi>{motionText(view, motion)}</bdi> (<MotionMover view={view} motion={motion} />)
      {more > 0 && <Mark>{t("motion.more", { count: more })}</Mark>}
    </p>
  );
}

function PanelLine({ view }: { view: HallView }): JSX.Element | null {
  const { panel } = view;
  if (panel === undefined || !isPanelOpen(view)) {
    return null;
  }
  return (
    <p class="before-line">
      <b>{t("panel.title")}</b> <bdi>{panel.title}</bdi> <Mark tone="ok">{t(`panel.phase.${panel.phase}`)}</Mark>
    </p>
  );
}

function RepliesLine({ view }: { view: HallView }): JSX.Element | null {
  const replies = view.item === undefined ? [] : (view.lists[view.item]?.replies ?? []);
  if (replies.length === 0) {
    return null;
  }
  return (
    <p class="before-line">
      <b>{t("beside.replies", { count: replies.length })}</b>{" "}
      <DelegationNames view={view} ids={replies.map((id) => view.entries[id]?.delegation ?? "")} />
    </p>
  );
}

export function BeforeBody({ live }: { live: Shown<Audience> }): JSX.Element {
  const view: HallView = live.view.value;
  return (
    <div class="before-body">
      <MotionLine view={view} />
      <PanelLine view={view} />
      <RepliesLine view={view} />
    </div>
  );
}
