// What a motion asks for, in words, and who moved it.
import type { JSX } from "preact";
import { minutes } from "../core/clock.ts";
import type { HallView, LimitShown, MotionShown } from "../core/contract.ts";
import { delegationName } from "../core/names.ts";
import { language, t } from "../i18n/t.ts";
import { DelegationName } from "./marks.tsx";

export function limitText(limit: LimitShown): string {
  const { seconds, group_seconds, statements } = limit;
  return [
    seconds === undefined ? "" : t("limit.seconds", { time: minutes(seconds) }),
    group_seconds === undefined ? "" : t("limit.group_seconds", { time: minutes(group_seconds) }),
    statements === undefined ? "" : t("limit.statements", { count: statements }),
  ]
    .filter(Boolean)
    .join(", ");
}

/** What only some motions say: to what figure, in which parts, about which document or organization. */
function detail(view: HallView, motion: MotionShown): string {
  const parts = motion.parts ?? [];
  return [
    motion.limit === undefined ? "" : limitText(motion.limit),
    motion.proposal === undefined ? "" : (view.proposals[motion.proposal]?.symbol ?? motion.proposal),
    parts.length === 0 ? "" : parts.join(" / "),
    motion.organization === undefined ? "" : delegationName(view, motion.organization, language()).text,
  ]
    .filter(Boolean)
    .join(" · ");
}

export function motionText(view: HallView, motion: MotionShown): string {
  const more = detail(view, motion);
  const kind = t(`motion.${motion.kind}`);
  return more === "" ? kind : `${kind}: ${more}`;
}

/** A delegation, or the chair who put it to the body herself. */
export function MotionMover({ view, motion }: { view: HallView; motion: MotionShown }): JSX.Element {
  return motion.delegation === undefined ? (
    <>{t("motion.by_chair")}</>
  ) : (
    <>
      {t("motion.by")} <DelegationName view={view} id={motion.delegation} />
    </>
  );
}
