// The page at / of a service that is no demonstration.
import "../ui/base.css";
import "../ui/parts.css";
import "./pages.css";
import type { JSX } from "preact";
import { t } from "../i18n/t.ts";
import { LanguageChoice, startLanguage } from "../ui/language.tsx";
import { mount } from "../ui/start.tsx";

function Front(): JSX.Element {
  return (
    <main class="message">
      <LanguageChoice />
      <h1>{t("product.name")}</h1>
      <p>{t("front.says")}</p>
      <p>{t("front.link")}</p>
    </main>
  );
}

await startLanguage();
document.title = t("product.name");
mount(<Front />);
