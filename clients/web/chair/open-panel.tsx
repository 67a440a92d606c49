// Opening a panel: its title, who sits on it in the order of speaking, and the times.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { personName } from "../core/names.ts";
import { isPanelOpen } from "../core/next.ts";
import { t } from "../i18n/t.ts";
import { Dialog } from "../ui/dialog.tsx";
import { isLive, may, type Shown } from "../ui/live.ts";
import { officeTitle } from "../ui/marks.tsx";
import { Press } from "../ui/press.tsx";
import { RefusalToast } from "../ui/toast.tsx";

const TIMES = { presentation: 10, question: 2, answer: 5 } as const;
type Times = Readonly<Record<keyof typeof TIMES, number>>;

interface Asked {
  readonly title: string;
  readonly moderator: string;
  readonly panellists: readonly string[];
  readonly times: Times;
  readonly batch: number;
}

interface FieldProps {
  readonly live: Shown<"podium">;
  readonly asked: Asked;
  readonly set: (change: Partial<Asked>) => void;
}

function nameOf(live: Shown<"podium">, id: string): string {
  const title = officeTitle(live.view.value.podium[id]?.title).text;
  const person = personName(live.known.value.directory, id);
  return person === undefined ? title : `${title} · ${person}`;
}

function Seats({ live, asked, set }: FieldProps): JSX.Element {
  const members = Object.keys(live.view.value.podium);
  const toggle = (id: string, on: boolean): void =>
    set({ panellists: on ? [...asked.panellists, id] : asked.panellists.filter((each) => each !== id) });
  return (
    <fieldset class="options column">
      <legend>{t("panel.panellists")}</legend>
      {members.map((id) => {
        const place = asked.panellists.indexOf(id);
        return (
          <label key={id}>
            <input
              type="checkbox"
              checked={place >= 0}
              onChange={(event) => toggle(id, event.currentTarget.checked)}
            />
            <span>
              {place >= 0 && <b class="digits">{place + 1}. </b>}
              <bdi>{nameOf(live, id)}</bdi>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

function TimeFields({ asked, set }: FieldProps): JSX.Element {
  return (
    <div class="fields">
      {(Object.keys(TIMES) as (keyof Times)[]).map((field) => (
        <label key={field} class="field">
          <span>{t(`panel.minutes.${field}`)}</span>
          <input
            type="number"
            min={0.5}
            step={0.5}
            required
            value={asked.times[field]}
            onInput={(event) => set({ times: { ...asked.times, [field]: Number(event.currentTarget.value) } })}
          />
        </label>
      ))}
      <label class="field">
        <span>{t("panel.batch_size")}</span>
        <input
          type="number"
          min={1}
          max={20}
          required
          value={asked.batch}
          onInput={(event) => set({ batch: Number(event.currentTarget.value) })}
        />
      </label>
    </div>
  );
}

function OpenDialog({ live, item, close }: { live: Shown<"podium">; item: string; close: () => void }): JSX.Element {
  const [asked, setAsked] = useState<Asked>({ title: "", moderator: "", panellists: [], times: TIMES, batch: 3 });
  const set = (change: Partial<Asked>): void => setAsked({ ...asked, ...change });
  const ready = isLive(live) && asked.panellists.length > 0;
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { title, moderator, panellists, times, batch } = asked;
    const opened =
      ready &&
      (await live.act({
        command: "OpenPanel",
        item,
        title,
        panellists,
        batch,
        presentation_seconds: times.presentation * 60,
        question_seconds: times.question * 60,
        answer_seconds: times.answer * 60,
        ...(moderator === "" ? {} : { moderator }),
      }));
    if (opened) {
      close();
    }
  };
  return (
    <Dialog title={t("panel.open.title")} close={close}>
      <RefusalToast live={live} />
      <form onSubmit={(event) => void submit(event)}>
        <label class="field">
          <span>{t("panel.name")}</span>
          <input
            value={asked.title}
            required
            maxLength={200}
            autofocus
            onInput={(event) => set({ title: event.currentTarget.value })}
          />
        </label>
        <label class="field">
          <span>{t("panel.moderator")}</span>
          <select value={asked.moderator} onChange={(event) => set({ moderator: event.currentTarget.value })}>
            <option value="">{t("panel.no_moderator")}</option>
            {Object.keys(live.view.value.podium).map((id) => (
              <option key={id} value={id}>
                {nameOf(live, id)}
              </option>
            ))}
          </select>
        </label>
        <Seats live={live} asked={asked} set={set} />
        <TimeFields live={live} asked={asked} set={set} />
        <div class="dialog-actions">
          <button type="submit" class="primary" aria-disabled={!ready}>
            {t("panel.open.yes")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

export function OpenPanel({ live }: { live: Shown<"podium"> }): JSX.Element | null {
  const [open, setOpen] = useState(false);
  const view = live.view.value;
  if (view.meeting.phase !== "in_session" || view.item === undefined || isPanelOpen(view) || !may(live, "OpenPanel")) {
    return null;
  }
  return (
    <>
      <Press ready={isLive(live) && view.vote === undefined} press={() => setOpen(true)}>
        {t("panel.open")}
      </Press>
      {open && <OpenDialog live={live} item={view.item} close={() => setOpen(false)} />}
    </>
  );
}
