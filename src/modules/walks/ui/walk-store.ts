import { createStore, del, entries, set } from 'idb-keyval';
import type { WalkAnswer, WalkEntry } from '../walk.ts';

/** What waits on this phone: the entry, its picture, and what it was asked back. */
export type Waiting = { entry: WalkEntry; photo?: Blob; answer?: Exclude<WalkAnswer, { outcome: 'taken' }> };

/** The phone's memory for one person: whoever signs in here next does not see it. */
export function openQueue(personId: string) {
	const store = createStore(`rundgang-${personId}`, 'entries');
	return {
		all: async (): Promise<Waiting[]> => {
			const rows = (await entries<string, Waiting>(store)).map(([, waiting]) => waiting);
			return rows.sort((a, b) => a.entry.madeAt.localeCompare(b.entry.madeAt));
		},
		keep: (waiting: Waiting) => set(waiting.entry.id, waiting, store),
		drop: (id: string) => del(id, store)
	};
}
export type Queue = ReturnType<typeof openQueue>;

function formOf({ entry, photo }: Waiting): FormData {
	const { house, ...rest } = entry;
	const form = new FormData();
	for (const [name, value] of Object.entries({ ...rest, ...house }))
		if (value !== undefined && value !== '') form.set(name, value === true ? 'on' : String(value));
	if (photo) form.set('photo', photo, 'rundgang.jpg');
	return form;
}

/** Sends one entry. `away`: no network, it stays; `signed-out`: whoever walks has to sign in again. */
export async function send(waiting: Waiting): Promise<WalkAnswer | 'away' | 'signed-out'> {
	let response: Response;
	try {
		response = await fetch('/buero/rundgang/eintraege', { method: 'POST', body: formOf(waiting), headers: { accept: 'application/json' } });
	} catch {
		return 'away';
	}
	if (response.redirected || response.status === 401) return 'signed-out';
	if (response.status >= 500) return 'away';
	if (response.ok) return (await response.json()) as WalkAnswer;
	const said = (await response.json().catch(() => null)) as { message?: string } | null;
	return { outcome: 'refused', message: said?.message ?? 'Dieser Eintrag wurde nicht angenommen.' };
}
