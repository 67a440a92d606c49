// What is decided of a list: when it closes by the clock, its frozen head, the segment of the debate, the replies.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { timeOfDay } from "../core/clock.ts";
import { fromZoned, toZoned } from "../core/zoned.ts";
import { titled } from "../core/names.ts";
import { language, t } from "../i18n/t.ts";
import { Dialog } from "../ui/dialog.tsx";
import { isLive, may, type Shown } from "../ui/live.ts";
import { Mark, Spoken } from "../ui/marks.tsx";
import { limitText } from "../ui/motion.tsx";
import { Press, Send } from "../ui/press.tsx";
import { RefusalToast } from "../ui/toast.tsx";
import { mayProposeLimit, ProposeLimit } from "./propose-limit.tsx";

type Props = { readonly live: Shown<"podium">; readonly item: string };

/** What holds for the list beside its state: shown only where it differs from the ordinary. */
export function ListFacts({ live, item }: Props): JSX.Element {
  const view = live.view.value;
  const { closing_at: closingAt, frozen = [], order = [], replies_begun: replying } = view.lists[item] ?? {};
  const fixed = frozen.filter((id) => order.includes(id)).length;
  const { limit, segment } = view.agenda[item] ?? {};
  const ranked = segment !== undefined && view.procedure.ranked.includes(segment);
  return (
    <>
      {closingAt && (
        <Mark tone="warn">{t("list.closes_at", { at: timeOfDay(closingAt, live.session.conference.time_zone) })}</Mark>
      )}
      {segment !== undefined && ranked && (
        <Mark>
          <Spoken {...titled(view.procedure.segments[segment] ?? segment, language())} />
        </Mark>
      )}
      {limit && <Mark>{limitText(limit)}</Mark>}
      {fixed > 0 && <Mark>{t("list.frozen", { count: fixed })}</Mark>}
      {replying && <Mark tone="ok">{t("list.replies_begun")}</Mark>}
    </>
  );
}

/** The moment is the zone's: the day is that of the meeting's own clock. */
function Closing({ live, item }: Props): JSX.Element {
  const zone = live.session.conference.time_zone;
  const { closing_at: closingAt } = live.view.value.lists[item] ?? {};
  const [at, setAt] = useState(toZoned(closingAt ?? live.now.value, zone).slice(11));
  const set = (): void => {
    const day = toZoned(live.now.value, zone).slice(0, 10);
    void live.act({ command: "SetListClosing", item, closes_at: fromZoned(`${day}T${at}`, zone) });
  };
  return (
    <div class="inline-form">
      <label class="field">
        <span>{t("list.close_at")}</span>
        <input type="time" value={at} onInput={(event) => setAt(event.currentTarget.value)} />
      </label>
      <Press ready={isLive(live) && at !== ""} press={set}>
        {t("list.close_at.set")}
      </Press>
      {closingAt && (
        <Send live={live} command={{ command: "SetListClosing", item }}>
          {t("list.close_at.unset")}
        </Send>
      )}
    </div>
  );
}

function Freezing({ live, item }: Props): JSX.Element {
  const { order = [], frozen = [] } = live.view.value.lists[item] ?? {};
  const [count, setCount] = useState(String(frozen.length || Math.min(3, order.length)));
  return (
    <div class="inline-form">
      <label class="field">
        <span>{t("list.freeze")}</span>
        <input
          type="number"
          min={0}
          max={order.length}
          value={count}
          onInput={(event) => setCount(event.currentTarget.value)}
        />
      </label>
      <Send live={live} command={{ command: "FreezeHead", item, count: Number(count) }}>
        {t("list.freeze.set")}
      </Send>
      {frozen.length > 0 && (
        <Send live={live} command={{ command: "FreezeHead", item, count: 0 }}>
          {t("list.freeze.unset")}
        </Send>
      )}
    </div>
  );
}

function Segments({ live, item }: Props): JSX.Element | null {
  const view = live.view.value;
  const segments = Object.entries(view.procedure.segments);
  const open = view.agenda[item]?.segment;
  if (segments.length < 2) {
    return null;
  }
  return (
    <>
      <h3>{t("list.segment")}</h3>
      <div class="buttons">
        {segments.map(([id, title], place) => (
          <Press
            key={id}
            ready={isLive(live) && id !== open}
            pressed={id === open}
            press={() => void live.act({ command: "OpenSegment", item, segment: place })}
          >
            <Spoken {...titled(title, language())} />
          </Press>
        ))}
      </div>
    </>
  );
}

function SettingsDialog({ live, item, close }: Props & { close: () => void }): JSX.Element {
  const number = live.view.value.agenda[item]?.number ?? item;
  return (
    <Dialog title={t("list.settings.title", { item: number })} close={close}>
      <RefusalToast live={live} />
      {may(live, "SetListClosing") && <Closing live={live} item={item} />}
      {may(live, "FreezeHead") && <Freezing live={live} item={item} />}
      {may(live, "OpenSegment") && <Segments live={live} item={item} />}
      {mayProposeLimit(live) && <ProposeLimit live={live} item={item} close={close} />}
    </Dialog>
  );
}

export function ListSettings({ live, item }: Props): JSX.Element | null {
  const [open, setOpen] = useState(false);
  if (!may(live, "SetListClosing")) {
    return null;
  }
  return (
    <>
      <Press ready={live.view.value.vote === undefined} press={() => setOpen(true)}>
        {t("list.settings")}
      </Press>
      {open && <SettingsDialog live={live} item={item} close={() => setOpen(false)} />}
    </>
  );
}
