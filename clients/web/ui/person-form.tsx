// What a person says of herself when she registers; the invitation's page and the desk ask the same.
import type { JSX } from "preact";
import { language, languageName, t } from "../i18n/t.ts";
import { SPEAKERS_LANGUAGES } from "../core/session.ts";
import { named, type Named } from "../core/names.ts";
import { Spoken } from "./marks.tsx";

export interface PersonSaid {
  readonly name: string;
  readonly title: string;
  readonly email: string;
  readonly modality: string;
  readonly role: string;
  readonly sessions: readonly string[];
  readonly language: string;
  readonly gender: string;
}

export const NOTHING_SAID: PersonSaid = {
  name: "",
  title: "",
  email: "",
  modality: "",
  role: "",
  sessions: [],
  language: "",
  gender: "",
};

/** As it is sent: what was not said is left out. */
export function written(said: PersonSaid): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value.length > 0));
}

export interface ChoiceNamed {
  readonly id: string;
  readonly names: Readonly<Record<string, string>>;
}

interface Props {
  readonly said: PersonSaid;
  readonly change: (said: PersonSaid) => void;
  readonly sessions: readonly ChoiceNamed[];
  /** Field → what is wrong with it. */
  readonly faults: Readonly<Record<string, string>>;
  /** Somebody else writes it: what a person says of herself alone is not asked. */
  readonly ofAnother?: boolean;
}

type TextName = "name" | "title" | "email";

const AUTOCOMPLETE = { name: "name", title: "honorific-prefix", email: "email" } as const;

function Fault({ id, text }: { id: string; text: string | undefined }): JSX.Element | null {
  return text === undefined ? null : (
    <span class="fault" id={id}>
      {text}
    </span>
  );
}

function Text({ of, props, required = true }: { of: TextName; props: Props; required?: boolean }): JSX.Element {
  const { said, change, faults } = props;
  return (
    <label class="field">
      <span>{t(`field.${of}`)}</span>
      <input
        name={of}
        type={of === "email" ? "email" : "text"}
        autocomplete={AUTOCOMPLETE[of]}
        required={required}
        maxLength={254}
        value={said[of]}
        aria-invalid={faults[of] !== undefined}
        aria-describedby={faults[of] && `fault-${of}`}
        onInput={(event) => change({ ...said, [of]: event.currentTarget.value })}
      />
      <Fault id={`fault-${of}`} text={faults[of]} />
    </label>
  );
}

function Options(props: {
  of: "modality" | "role";
  values: readonly string[];
  from: Props;
  text: (value: string) => string;
}): JSX.Element {
  const { said, change, faults } = props.from;
  return (
    <fieldset class="options" aria-describedby={faults[props.of] && `fault-${props.of}`}>
      <legend>{t(`field.${props.of}`)}</legend>
      {props.values.map((value) => (
        <label key={value}>
          <input
            type="radio"
            name={props.of}
            value={value}
            required
            checked={said[props.of] === value}
            onChange={() => change({ ...said, [props.of]: value })}
          />
          <span>{props.text(value)}</span>
        </label>
      ))}
      <Fault id={`fault-${props.of}`} text={faults[props.of]} />
    </fieldset>
  );
}

function Sessions({ said, change, sessions, faults }: Props): JSX.Element | null {
  if (sessions.length < 2) {
    return null;
  }
  const turn = (id: string, on: boolean): void => {
    change({ ...said, sessions: on ? [...said.sessions, id] : said.sessions.filter((each) => each !== id) });
  };
  return (
    <fieldset class="options column">
      <legend>{t("field.sessions")}</legend>
      <small>{t("form.sessions.says")}</small>
      {sessions.map(({ id, names }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={said.sessions.includes(id)}
            onChange={(event) => turn(id, event.currentTarget.checked)}
          />
          <Spoken {...(named(names, language()) satisfies Named)} />
        </label>
      ))}
      <Fault id="fault-sessions" text={faults["sessions"]} />
    </fieldset>
  );
}

const GENDERS = ["female", "male", "other"] as const;

export function PersonFields(props: Props): JSX.Element {
  const { said, change } = props;
  return (
    <>
      <div class="fields">
        <Text of="title" props={props} required={false} />
        <Text of="name" props={props} />
      </div>
      <Text of="email" props={props} />
      <Options of="modality" values={["in_person", "online"]} from={props} text={(value) => t(`form.modality.${value as "online"}`)} />
      <Options of="role" values={["speaker", "observer"]} from={props} text={(value) => t(`form.role.${value as "speaker"}`)} />
      <Sessions {...props} />
      <div class="fields">
        <label class="field">
          <span>{t("form.language")}</span>
          <select value={said.language} onChange={(event) => change({ ...said, language: event.currentTarget.value })}>
            <option value="">{t("field.language.unsaid")}</option>
            {SPEAKERS_LANGUAGES.map((tag) => (
              <option key={tag} value={tag}>
                {languageName(tag)}
              </option>
            ))}
          </select>
        </label>
        {!props.ofAnother && (
          <label class="field">
            <span>{t("form.gender")}</span>
            <select value={said.gender} onChange={(event) => change({ ...said, gender: event.currentTarget.value })}>
              <option value="">{t("field.language.unsaid")}</option>
              {GENDERS.map((gender) => (
                <option key={gender} value={gender}>
                  {t(`gender.${gender}`)}
                </option>
              ))}
            </select>
            <small>{t("form.gender.says")}</small>
          </label>
        )}
      </div>
    </>
  );
}
