// Who interprets in a booth: interpreters of the conference who are in no other booth, each with languages A, B, C.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { BoothsView, Directory } from "../core/contract.ts";
import { personName } from "../core/names.ts";
import { languageName, t } from "../i18n/t.ts";
import { isLive, type Shown } from "../ui/live.ts";
import { Press } from "../ui/press.tsx";

type Live = Shown<"podium">;
type Interpreter = BoothsView["booths"][string]["interpreters"][number];

const CLASSES = ["a", "b", "c"] as const;
type Class = (typeof CLASSES)[number];

/** The languages of the conference, and whatever else a booth works into or an interpreter knows. */
function languagesOf(live: Live): readonly string[] {
  const booths = Object.values(live.view.value.booths);
  const known = booths.flatMap(({ outgoing, interpreters }) => [
    ...outgoing,
    ...interpreters.flatMap(({ a, b, c }) => [...a, ...b, ...c]),
  ]);
  return [...new Set([...(live.session.conference.languages ?? []), ...known])];
}

/** Who may be added: interpreters who are neither here nor in another booth. */
function free(view: BoothsView, directory: Directory, booth: string, here: readonly Interpreter[]): readonly string[] {
  const others = Object.entries(view.booths).flatMap(([id, { interpreters }]) => (id === booth ? [] : interpreters));
  const taken = new Set([...others, ...here].map(({ participant }) => participant));
  return Object.keys(directory).filter((id) => directory[id]?.interpreter === true && !taken.has(id));
}

function classOf(interpreter: Interpreter, tag: string): Class | "" {
  return CLASSES.find((each) => interpreter[each].includes(tag)) ?? "";
}

function withLanguage(interpreter: Interpreter, tag: string, chosen: Class | ""): Interpreter {
  const of = (each: Class): readonly string[] => [
    ...interpreter[each].filter((other) => other !== tag),
    ...(each === chosen ? [tag] : []),
  ];
  return { participant: interpreter.participant, a: of("a"), b: of("b"), c: of("c") };
}

interface RowProps {
  readonly name: string;
  readonly interpreter: Interpreter;
  readonly languages: readonly string[];
  readonly change: (interpreter: Interpreter) => void;
  readonly leaveOut: () => void;
}

function Row({ name, interpreter, languages, change, leaveOut }: RowProps): JSX.Element {
  return (
    <fieldset class="staff">
      <legend>
        <bdi>{name}</bdi>
      </legend>
      <div class="staff-languages">
        {languages.map((tag) => (
          <label key={tag} class="field">
            <span aria-hidden="true">{tag.toUpperCase()}</span>
            <select
              value={classOf(interpreter, tag)}
              aria-label={t("staff.language", { language: languageName(tag), name })}
              onChange={(event) => change(withLanguage(interpreter, tag, event.currentTarget.value as Class | ""))}
            >
              <option value="">–</option>
              {CLASSES.map((each) => (
                <option key={each} value={each}>
                  {each.toUpperCase()}
                </option>
              ))}
            </select>
          </label>
        ))}
        <Press ready press={leaveOut} style="quiet small">
          {t("staff.leave_out", { name })}
        </Press>
      </div>
    </fieldset>
  );
}

export function StaffBooth({ live, booth, close }: { live: Live; booth: string; close: () => void }): JSX.Element {
  const shown = live.view.value.booths[booth];
  const [staff, setStaff] = useState<readonly Interpreter[]>(shown?.interpreters ?? []);
  const { directory } = live.known.value;
  const nameOf = (id: string): string => personName(directory, id) ?? id;
  const add = (participant: string): void =>
    setStaff([...staff, { participant, a: (shown?.outgoing ?? []).slice(0, 1), b: [], c: [] }]);
  const save = async (): Promise<void> => {
    if (await live.act({ command: "StaffBooth", booth, interpreters: staff })) {
      close();
    }
  };
  return (
    <section>
      <h3>{t("staff.title")}</h3>
      <p class="hint">{t("staff.says")}</p>
      {staff.length === 0 && <p class="empty">{t("staff.nobody")}</p>}
      {staff.map((each) => (
        <Row
          key={each.participant}
          name={nameOf(each.participant)}
          interpreter={each}
          languages={languagesOf(live)}
          change={(changed) => setStaff(staff.map((old) => (old === each ? changed : old)))}
          leaveOut={() => setStaff(staff.filter((old) => old !== each))}
        />
      ))}
      <label class="field">
        <span>{t("staff.add")}</span>
        <select value="" onChange={(event) => event.currentTarget.value !== "" && add(event.currentTarget.value)}>
          <option value="">{t("field.choose")}</option>
          {free(live.view.value, directory, booth, staff).map((id) => (
            <option key={id} value={id}>
              {nameOf(id)}
            </option>
          ))}
        </select>
      </label>
      <div class="dialog-actions">
        <Press ready={isLive(live)} press={() => void save()} style="primary">
          {t("staff.save")}
        </Press>
      </div>
    </section>
  );
}
