const placeholder =
	/\b(lorem ipsum|dolor sit amet|blindtext|beispieltext|platzhalter|tbd|tba|todo|xxx+)\b|^\s*(bald|folgt( noch)?|kommt( noch)?|hier kommt( noch)?.*|text|überschrift|titel|test|\.{2,}|-+|…)\s*\.?\s*$/i;

/** Whether somebody meant to write something here later. A placeholder is worse than a gap. */
export const isPlaceholder = (text: string): boolean => placeholder.test(text);
