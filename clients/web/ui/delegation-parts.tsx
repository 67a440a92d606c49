// A delegation's limits, seats and problems: the same for the desk and for the delegation's own focal point.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { movesTo, type Concern, type Delegation, type Having, type Person, type Seat } from "../core/accreditation.ts";
import type { Move } from "../core/contract.ts";
import { t } from "../i18n/t.ts";
import { Confirm } from "./dialog.tsx";
import { Mark, ModalityMark } from "./marks.tsx";

function Used({ used, of }: { used: number; of: number }): JSX.Element {
  return (
    <span class="used">
      <meter value={used} max={Math.max(of, 1)} aria-hidden="true" />
      <span class="digits">
        {used} / {of}
      </span>
    </span>
  );
}

function LimitRow({ limit, scope }: { limit: Having; scope: (id: string) => string }): JSX.Element {
  return (
    <tr>
      <th scope="row">
        <span class="marks">
          <ModalityMark modality={limit.modality} />
          <Mark>{t(`role.${limit.role}`)}</Mark>
        </span>
        {limit.scope && <small>{scope(limit.scope)}</small>}
      </th>
      <td>
        <Used used={limit.nominated - limit.free_places} of={limit.nominated} />
      </td>
      <td>
        <Used used={limit.at_once - limit.free_seats} of={limit.at_once} />
      </td>
      <td>{limit.over > 0 && <Mark tone="alert">{t("limits.over", { count: limit.over })}</Mark>}</td>
    </tr>
  );
}

/** What may be named and be present at once, and how much of it is taken. `scope`: a session's or meeting's title. */
export function LimitsTable(props: { limits: readonly Having[]; scope: (id: string) => string }): JSX.Element {
  return (
    <div class="table-place own-limits" role="group" aria-label={t("limits.own")} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("field.part")}</th>
            <th scope="col">{t("limits.nominated")}</th>
            <th scope="col">{t("limits.at_once")}</th>
            <th scope="col">
              <span class="unseen">{t("limits.too_many")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {props.limits.map((limit) => (
            <LimitRow key={`${limit.modality}.${limit.role}.${limit.scope ?? ""}`} limit={limit} scope={props.scope} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function named(people: readonly Person[], id: string | undefined): string | undefined {
  const found = people.find((person) => person.id === id);
  return found && [found.title, found.name].filter(Boolean).join(" ");
}

interface Swapping {
  readonly of: Delegation;
  /** Lets two people exchange what seats they have; true when it was done. */
  readonly swap: (one: string, other: string) => Promise<boolean>;
  /** Gives a free seat to somebody, who leaves the one she has. */
  readonly give: (moves: readonly Move[]) => Promise<boolean>;
  /** Whether giving a free seat is asked once more. */
  readonly asks?: boolean;
}

function Give({ of, seat, props }: { of: Delegation; seat: Seat; props: Swapping }): JSX.Element {
  const [who, choose] = useState("");
  const [busy, setBusy] = useState(false);
  const [asking, ask] = useState(false);
  const candidates = of.people.filter(({ id }) => id !== seat.participant);
  const free = seat.participant === undefined;
  const moves = movesTo(of.seats, seat, who);
  const name = named(of.people, who) ?? who;
  const role = t(`role.${seat.role}`);
  const modality = t(`modality.${seat.modality}`);
  const act = (): void => {
    setBusy(true);
    const acted = seat.participant === undefined ? props.give(moves) : props.swap(seat.participant, who);
    void acted.then(() => {
      setBusy(false);
      choose("");
    });
  };
  const press = (): void => {
    if (who === "" || busy) {
      return;
    }
    if (free && props.asks === true) {
      ask(true);
    } else {
      act();
    }
  };
  return (
    <span class="give">
      <select
        value={who}
        aria-label={t("seat.to", { role, modality })}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <option value="">{t("field.choose")}</option>
        {candidates.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
            {person.role === undefined ? ` (${t("seat.alternate")})` : ""}
          </option>
        ))}
      </select>
      <button type="button" class="small" aria-disabled={who === "" || busy} onClick={press}>
        {free ? t("seat.give") : t("seat.swap")}
      </button>
      {asking && (
        <Confirm
          title={t("seat.give")}
          says={`${t("seat.give.says", { name, role, modality })} ${moves.length > 1 ? t("seat.give.leaves", { name }) : ""}`}
          yes={t("seat.give")}
          act={act}
          close={() => ask(false)}
        />
      )}
    </span>
  );
}

export function SeatsList(props: Swapping & { scope: (id: string) => string }): JSX.Element {
  const { of } = props;
  return (
    <ul class="seat-rows">
      {of.seats.map((seat) => (
        <li key={seat.id}>
          <span class="marks">
            <ModalityMark modality={seat.modality} />
            <Mark>{t(`role.${seat.role}`)}</Mark>
            {seat.over && <Mark tone="alert">{t("seat.over")}</Mark>}
          </span>
          <span class="seat-who">
            {seat.participant === undefined ? (
              <span class="free">{t("seat.free")}</span>
            ) : (
              <bdi>{named(of.people, seat.participant) ?? seat.participant}</bdi>
            )}
            {seat.scope && <small>{props.scope(seat.scope)}</small>}
          </span>
          {of.people.length > 0 && <Give of={of} seat={seat} props={props} />}
        </li>
      ))}
    </ul>
  );
}

const TONES: Readonly<Record<Concern["code"], "alert" | "warn" | "plain">> = {
  "over-limit": "alert",
  "not-in-note": "warn",
  doubtful: "warn",
  differs: "warn",
  "no-seat": "plain",
  "not-registered": "plain",
};

/** Codes are told in words by their keys, which have no hyphens. */
const WORDS = {
  "over-limit": "concern.over_limit",
  "no-seat": "concern.no_seat",
  "not-in-note": "concern.not_in_note",
  doubtful: "concern.doubtful",
  differs: "concern.differs",
  "not-registered": "concern.not_registered",
} as const;

export function Concerns({ of }: { of: readonly Concern[] }): JSX.Element {
  if (of.length === 0) {
    return <p class="empty">{t("concern.none")}</p>;
  }
  return (
    <ul class="rows">
      {of.map(({ code, subject, name }) => (
        <li key={`${code} ${subject}`}>
          <Mark tone={TONES[code]}>{t(WORDS[code])}</Mark>
          <bdi>{name}</bdi>
        </li>
      ))}
    </ul>
  );
}
