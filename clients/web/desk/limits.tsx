// Limits as policies: which holds and since when, what is planned, who no longer fits, and a new version.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Limit, Policies, Policy, Pool } from "../core/accreditation.ts";
import { t } from "../i18n/t.ts";
import { Mark } from "../ui/marks.tsx";
import { momentOf, scopeName, useAnswer, type Desk } from "./desk.ts";
import { Loading, Panel, PartMarks, Table } from "./parts.tsx";
import { PolicyForm } from "./policy-form.tsx";
import { Misfits } from "./settle.tsx";

function LimitLines({ desk, limits }: { desk: Desk; limits: readonly Limit[] }): JSX.Element {
  const head = [t("field.category"), t("field.part"), t("field.scope"), { number: t("limits.nominated") }, { number: t("limits.at_once") }];
  return (
    <Table label={t("limits.title")} head={head}>
      {limits.map((limit, index) => (
        <tr key={index}>
          <td>{limit.category ? t(`category.${limit.category}`) : t("limits.any_category")}</td>
          <td>
            <PartMarks part={limit} />
          </td>
          <td>{limit.scope ? scopeName(desk, limit.scope) : t("limits.everywhere")}</td>
          <td class="number">{limit.nominated}</td>
          <td class="number">{limit.at_once}</td>
        </tr>
      ))}
    </Table>
  );
}

function PoolLines({ pools }: { pools: readonly Pool[] }): JSX.Element | null {
  if (pools.length === 0) {
    return null;
  }
  const head = [t("limits.pool"), t("limits.pool.who"), { number: t("limits.pool.size") }];
  return (
    <Table label={t("limits.pools")} head={head}>
      {pools.map((pool) => (
        <tr key={pool.id}>
          <th scope="row">{pool.id}</th>
          <td>
            {[
              pool.modality && t(`modality.${pool.modality}`),
              pool.role && t(`role.${pool.role}`),
              ...(pool.categories ?? []).map((each) => t(`category.${each}`)),
            ]
              .filter(Boolean)
              .join(" · ") || t("limits.pool.all")}
          </td>
          <td class="number">{pool.size}</td>
        </tr>
      ))}
    </Table>
  );
}

function since(desk: Desk, policy: Policy): string {
  return policy.holds_from.startsWith("1970-") ? t("limits.always") : momentOf(desk, policy.holds_from);
}

function Version(props: { desk: Desk; policy: Policy; held: boolean }): JSX.Element {
  const { desk, policy, held } = props;
  return (
    <details class="version" open={held}>
      <summary>
        <b>{t("limits.version", { version: policy.version })}</b> {since(desk, policy)}{" "}
        {held && <Mark tone="ok">{t("limits.in_force")}</Mark>}
        {!held && policy.applied_at === undefined && <Mark tone="warn">{t("limits.planned")}</Mark>}
        <span class="faint"> {policy.version === 1 ? t("limits.of_file") : policy.reason}</span>
      </summary>
      <LimitLines desk={desk} limits={policy.limits} />
      <PoolLines pools={policy.pools} />
    </details>
  );
}

export function LimitsScreen({ desk }: { desk: Desk }): JSX.Element {
  const told = useAnswer<Policies>(desk, "/policies");
  const [writing, write] = useState(false);
  if (told === undefined) {
    return <Loading />;
  }
  const officer = desk.session.capacity === "secretariat";
  const held = told.policies.find(({ version }) => version === told.in_force);
  return (
    <>
      {told.misfits.length > 0 && <Misfits desk={desk} told={told} />}
      {told.misfits.length === 0 && <p class="screen-says">{t("limits.all_fit")}</p>}
      {officer && !writing && (
        <div class="toolbar">
          <button type="button" class="primary" onClick={() => write(true)}>
            {t("limits.new")}
          </button>
        </div>
      )}
      {writing && <PolicyForm desk={desk} like={held} close={() => write(false)} />}
      <Panel title={t("limits.versions")}>
        {[...told.policies].reverse().map((policy) => (
          <Version key={policy.version} desk={desk} policy={policy} held={policy.version === told.in_force} />
        ))}
      </Panel>
    </>
  );
}
