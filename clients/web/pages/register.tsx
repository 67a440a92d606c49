// The registration form. Who has the link may register; its code stands in the fragment, which no server and no
// log sees, and is sent in a body. Needs no login, and remembers nothing.
import "../ui/base.css";
import "../ui/parts.css";
import "./register.css";
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Problem, Title } from "../core/contract.ts";
import { named, titled } from "../core/names.ts";
import { call } from "../core/session.ts";
import { dateLocale, language, t } from "../i18n/t.ts";
import { entitle, LanguageChoice, startLanguage } from "../ui/language.tsx";
import { problemOf } from "../ui/live.ts";
import { Spoken } from "../ui/marks.tsx";
import { NOTHING_SAID, PersonFields, written, type ChoiceNamed } from "../ui/person-form.tsx";
import { mount } from "../ui/start.tsx";
import { faultsOf, Told } from "../ui/told.tsx";

interface Form {
  readonly title: Title;
  readonly time_zone: string;
  readonly delegation?: string;
  readonly delegations: readonly ChoiceNamed[];
  readonly sessions: readonly ChoiceNamed[];
  readonly closes_at?: string;
  readonly closed: boolean;
}

const invitation = location.pathname.split("/").at(-1) ?? "";
const code = location.hash.slice(1);

const MINUTE = 60_000;

/** The last minute in which one may register. */
function when(form: Form): string {
  return new Intl.DateTimeFormat(dateLocale(), {
    timeZone: form.time_zone,
    dateStyle: "long",
    timeStyle: "short",
  }).format(Date.parse(form.closes_at ?? "") - MINUTE);
}

function Refusal({ problem }: { problem: Problem | undefined }): JSX.Element {
  return (
    <div role="alert">
      {problem && (
        <div class="form-problem">
          <p>
            <Told problem={problem} />
          </p>
          {problem.rule && (
            <p class="toast-rule">
              {t("refusal.rule")} <code>{problem.rule}</code>
              {problem.citation && <cite>{problem.citation}</cite>}
            </p>
          )}
        </div>
      )}
    </div>
  );
}

function Asking({ form, done }: { form: Form; done: (name: string) => void }): JSX.Element {
  const [said, say] = useState(NOTHING_SAID);
  const [delegation, choose] = useState("");
  const [problem, tell] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const submit = (event: Event): void => {
    event.preventDefault();
    if (busy) {
      return;
    }
    setBusy(true);
    const body = { ...written(said), code, ...(delegation ? { delegation } : {}) };
    call("POST", `/register/${invitation}`, body).then(
      () => done(said.name),
      (error: unknown) => {
        tell(problemOf(error));
        setBusy(false);
      },
    );
  };
  return (
    <form class="panel person-form" onSubmit={submit}>
      {form.delegation === undefined && (
        <label class="field">
          <span>{t("field.delegation")}</span>
          <select required value={delegation} onChange={(event) => choose(event.currentTarget.value)}>
            <option value="">{t("field.choose")}</option>
            {form.delegations.map(({ id, names }) => (
              <option key={id} value={id}>
                {named(names, language()).text}
              </option>
            ))}
          </select>
        </label>
      )}
      <PersonFields said={said} change={say} sessions={form.sessions} faults={faultsOf(problem?.errors ?? [])} />
      <Refusal problem={problem} />
      <button type="submit" class="primary big" aria-disabled={busy}>
        {t("form.send")}
      </button>
      <p class="hint">{t("form.says.after")}</p>
    </form>
  );
}

function Head({ form }: { form: Form }): JSX.Element {
  const own = form.delegations.find(({ id }) => id === form.delegation);
  return (
    <header>
      <LanguageChoice />
      <p class="form-product">{t("form.title")}</p>
      <h1>
        <Spoken {...titled(form.title, language())} />
      </h1>
      {own && (
        <p class="form-delegation">
          <Spoken {...named(own.names, language())} />
        </p>
      )}
      {form.closes_at && !form.closed && <p>{t("form.closes", { at: when(form) })}</p>}
    </header>
  );
}

function Register(): JSX.Element {
  const [form, show] = useState<Form>();
  const [problem, tell] = useState<Problem>();
  const [registered, finish] = useState<string>();
  useEffect(() => {
    if (code !== "") {
      call("POST", `/register/${invitation}/form`, { code }).then(
        (told) => show(told as Form),
        (error: unknown) => tell(problemOf(error)),
      );
    }
  }, []);
  if (form === undefined) {
    return (
      <main class="message">
        <LanguageChoice />
        <h1>{t("form.title")}</h1>
        {problem ? <Refusal problem={problem} /> : <p role="status">{t(code === "" ? "form.no_code" : "form.loading")}</p>}
      </main>
    );
  }
  return (
    <main class="register">
      <Head form={form} />
      {form.closed && registered === undefined && (
        <p class="form-closed" role="status">
          {t("form.closed", { at: when(form) })}
        </p>
      )}
      {registered !== undefined ? (
        <section class="panel form-done" role="status">
          <h2>{t("form.done.title")}</h2>
          <p>
            {t("form.done.says", { name: registered })}
          </p>
        </section>
      ) : (
        !form.closed && <Asking form={form} done={finish} />
      )}
    </main>
  );
}

await startLanguage();
entitle("form.title");
mount(<Register />);
