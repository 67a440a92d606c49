// esbuild gathers a page's style sheets from its imports.
declare module "*.css";
