let isAwake = false;
let unfolded: HTMLDetailsElement[] = [];

/** What somebody unfolded in a page that the server sent, before it came alive: Svelte would fold it again. Called by the root layout before anything else wakes. */
export function rememberUnfolded(): void {
	if (!isAwake && typeof document !== 'undefined') unfolded = [...document.querySelectorAll<HTMLDetailsElement>('details[open]')];
}

/** The root layout says when the page has come alive; from then on fields are the components' own. */
export const wake = (): void => {
	isAwake = true;
	for (const details of unfolded) details.open = true;
	unfolded = [];
	document.documentElement.dataset.awake = '';
};

/**
 * What somebody typed into a text that the server sent, before the page came alive; null when nothing was typed. Svelte would write the old text over
 * it: for an input `defaultValue` prevents that, a textarea has no such thing on the server.
 */
export function typedEarly(id: string): string | null {
	if (isAwake || typeof document === 'undefined') return null;
	const field = document.getElementById(id);
	return field instanceof HTMLTextAreaElement && field.value !== field.defaultValue ? field.value : null;
}
