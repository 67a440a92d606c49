// What a screen reader is told as the floor moves; only changes of who, never the running clock.
import { useSignal, useSignalEffect } from "@preact/signals";
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import type { Audience, HallView } from "../core/contract.ts";
import { delegationName } from "../core/names.ts";
import { language, t } from "../i18n/t.ts";
import type { Shown } from "./live.ts";
import { holderName } from "./marks.tsx";

function situation(view: HallView): string {
  const frame = view.floor.at(-1);
  const entry = view.called && view.entries[view.called.request];
  if (entry !== undefined) {
    return t("announce.called", { name: delegationName(view, entry.delegation, language()).text });
  }
  if (frame !== undefined) {
    const name = holderName(view, frame).text;
    return t(frame.kind === "point_of_order" ? "announce.point" : "announce.speaking", { name });
  }
  return t(`phase.${view.meeting.phase}`);
}

export function Announcer({ live }: { live: Shown<Audience> }): JSX.Element {
  const told = useSignal("");
  const last = useRef<string>();
  useSignalEffect(() => {
    const now = situation(live.view.value);
    if (last.current !== undefined && last.current !== now) {
      told.value = now;
    }
    last.current = now;
  });
  return (
    <div class="unseen" role="log" aria-live="polite">
      {told.value}
    </div>
  );
}
