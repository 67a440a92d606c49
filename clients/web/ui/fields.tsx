// What goes with a request for the floor: in which language, for whom, of what rank, together with whom.
import type { JSX } from "preact";
import type { Audience, HallView, SpeakerRank } from "../core/contract.ts";
import { delegationName, named } from "../core/names.ts";
import { groupsFor } from "../core/rights.ts";
import { SPEAKERS_LANGUAGES } from "../core/session.ts";
import { language, languageName, t } from "../i18n/t.ts";
import type { Shown } from "./live.ts";

interface FieldProps {
  readonly live: Shown<Audience>;
  readonly value: string;
  readonly choose: (value: string) => void;
}

export function LanguageField({ live, value, choose }: FieldProps): JSX.Element {
  const tags = live.session.conference.languages ?? SPEAKERS_LANGUAGES;
  return (
    <label class="field">
      <span>{t("field.language")}</span>
      <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{t("field.language.unsaid")}</option>
        {tags.map((tag) => (
          <option key={tag} value={tag}>
            {languageName(tag)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface GroupProps extends FieldProps {
  /** The delegation whose groups may be chosen; without it all: the desk may enter another, with a reason. */
  readonly of?: string | undefined;
}

export function GroupField({ live, value, choose, of }: GroupProps): JSX.Element | null {
  const view: HallView = live.view.value;
  const groups = Object.entries(of === undefined ? view.groups : groupsFor(view, of));
  if (groups.length === 0) {
    return null;
  }
  return (
    <label class="field">
      <span>{t("field.capacity")}</span>
      <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{t("capacity.national")}</option>
        {groups.map(([id, names]) => (
          <option key={id} value={id}>
            {t("capacity.on_behalf_of")} {named(names, language()).text}
          </option>
        ))}
      </select>
    </label>
  );
}

const RANKS: readonly SpeakerRank[] = ["head_of_state", "head_of_government", "minister", "other"];

interface RankProps {
  readonly live: Shown<Audience>;
  readonly value: SpeakerRank;
  readonly choose: (rank: SpeakerRank) => void;
}

/** Only while a segment is open in which States speak by rank. */
export function RankField({ live, value, choose }: RankProps): JSX.Element | null {
  const view: HallView = live.view.value;
  const segment = view.item === undefined ? undefined : view.agenda[view.item]?.segment;
  if (segment === undefined || !view.procedure.ranked.includes(segment)) {
    return null;
  }
  return (
    <label class="field">
      <span>{t("field.rank")}</span>
      <select value={value} onChange={(event) => choose(event.currentTarget.value as SpeakerRank)}>
        {RANKS.map((rank) => (
          <option key={rank} value={rank}>
            {t(`rank.${rank}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface JointProps {
  readonly live: Shown<Audience>;
  readonly value: readonly string[];
  readonly choose: (delegations: readonly string[]) => void;
  /** Whose statement the desk enters: those named have signed it, and are asked no more. */
  readonly of?: string;
}

/** Delegations that are asked to join the statement; folded away, as it is rare. */
export function JointField({ live, value, choose, of }: JointProps): JSX.Element {
  const view: HallView = live.view.value;
  const own = of ?? live.known.value.me?.delegation;
  const others = Object.keys(view.delegations).filter((id) => id !== own && !value.includes(id));
  const name = (id: string): string => delegationName(view, id, language()).text;
  return (
    <details class="joint">
      <summary>{t("field.joint")}</summary>
      {of === undefined && <p class="hint">{t("field.joint.asks")}</p>}
      <label class="field">
        <span>{t("field.joint.with")}</span>
        <select value="" onChange={(event) => event.currentTarget.value !== "" && choose([...value, event.currentTarget.value])}>
          <option value="">{t("field.choose")}</option>
          {others.map((id) => (
            <option key={id} value={id}>
              {name(id)}
            </option>
          ))}
        </select>
      </label>
      <ul class="chosen">
        {value.map((id) => (
          <li key={id}>
            <bdi>{name(id)}</bdi>
            <button
              type="button"
              class="quiet small"
              aria-label={t("field.joint.remove", { name: name(id) })}
              onClick={() => choose(value.filter((each) => each !== id))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
