// Who does not fit some limits: their names, and what of theirs is too much, in words.
import type { JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { CrossCheck, Delegation, Misfit } from "../core/accreditation.ts";
import { listed, t } from "../i18n/t.ts";
import { scopeName, useAnswer, type Desk } from "./desk.ts";
import { DelegationLink } from "./parts.tsx";

/** Their names: of those who registered from their registrations, of others from their delegations. */
export function useNames(desk: Desk, misfits: readonly Misfit[]): ReadonlyMap<string, string> {
  const officer = desk.session.capacity === "secretariat";
  const check = useAnswer<CrossCheck>(desk, officer ? "/cross-check" : undefined);
  const others = useOthers(desk, officer ? misfits.filter(({ registration }) => registration === undefined) : misfits);
  return useMemo(() => {
    const registered = check?.registrations.map(({ participant, name }) => [participant ?? "", name] as const) ?? [];
    return new Map([...others, ...registered]);
  }, [check, others]);
}

function useOthers(desk: Desk, misfits: readonly Misfit[]): ReadonlyMap<string, string> {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const of = [...new Set(misfits.map(({ delegation }) => delegation))].sort().join(" ");
  useEffect(() => {
    const asked = of === "" ? [] : of.split(" ");
    Promise.all(asked.map((id) => desk.ask<Delegation>("GET", `/delegations/${id}`))).then(
      (told) => setNames(new Map(told.flatMap(({ people }) => people.map(({ id, name }) => [id, name])))),
      desk.report,
    );
  }, [of]);
  return names;
}

/** `seat:online.speaker.*` in words. */
export function overText(desk: Desk, over: string): string {
  const [kind = "", name = ""] = over.split(":");
  if (kind === "pool") {
    return t("misfit.pool", { pool: name });
  }
  const [modality, role, ...scope] = name.split(".");
  const part = `${t(`modality.${modality as "online"}`)} · ${t(`role.${role as "speaker"}`)}`;
  const where = scope.join(".");
  const what = kind === "seat" ? t("misfit.seat", { part }) : t("misfit.place", { part });
  return where === "*" || where === "" ? what : `${what} · ${scopeName(desk, where)}`;
}

export function MisfitNames({ desk, misfits }: { desk: Desk; misfits: readonly Misfit[] }): JSX.Element {
  const names = useNames(desk, misfits);
  return (
    <ul class="rows">
      {misfits.map((each) => (
        <li key={each.participant}>
          <bdi>{names.get(each.participant) ?? each.participant}</bdi>
          <DelegationLink desk={desk} id={each.delegation} />
          <span class="faint">{listed(each.over.map((over) => overText(desk, over)))}</span>
        </li>
      ))}
    </ul>
  );
}
