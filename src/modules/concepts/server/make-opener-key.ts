import { generateX25519Identity } from 'age-encryption';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addNotices } from '#modules/people/server/add-notice.ts';
import type { ProcedureHead } from '#modules/procedures/server/find-procedure.ts';
import { loadOpenerKeys } from '#modules/procedures/server/load-opener-keys.ts';
import { isPublic } from '#modules/procedures/way.ts';
import { keyIn, lock, recipientOf, unlock } from '#modules/seals/envelope.ts';
import { listOpenerKeys, type OpenerKey } from '#modules/seals/server/list-opener-keys.ts';
import { loadShares, tryShares } from '#modules/seals/server/load-shares.ts';
import { noteTried, putOpenerKey } from '#modules/seals/server/put-opener-key.ts';
import { asOpener } from './internal/as-opener.ts';

/** Everybody else who opens hears that somebody waits for a share. */
async function askForShare(ctx: Ctx, { head, personId }: { head: ProcedureHead; personId: string }): Promise<void> {
	const openers = await loadOpenerKeys(ctx, head.id);
	const { holders } = await loadShares(ctx, { subjectId: head.id, openers });
	const others = [...holders].filter((id) => id !== personId && openers.some((one) => one.personId === id));
	const data = {
		title: `Ein Teil des Schlüssels wird gebraucht: ${head.title}`,
		text: `${ctx.actor?.name || 'Jemand'} hat einen neuen Schlüssel. Zwei, die schon öffnen, geben dazu mit ihrem Schlüssel einen Teil weiter. Geöffnet wird dabei nichts.`,
		href: `/buero/verfahren/${head.id}/oeffnung`
	};
	const about = { kind: 'opener.share', subjectId: `${head.id}:${personId}:${ctx.now.toISOString()}`, topic: 'procedure' as const, data };
	await addNotices(
		ctx,
		others.map((id) => ({ personId: id, ...about }))
	);
}

/**
 * Makes a key for an opener, in place of an earlier one. Only its public half is kept; the private one is returned, this once. What is sealed already it
 * opens once two other openers have given of their shares. Throws 401, 403, 404, 409.
 */
export function makeOpenerKey(ctx: Ctx, { id }: { id: string }): Promise<{ key: string; recipient: string }> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { head, personId } = await asOpener(inside, id);
		if (head.state === 'discarded') throw refused('discarded', 'Dieser Entwurf ist verworfen. Einen Schlüssel braucht es nicht mehr.');
		if (isPublic(head.state) && !(await loadShares(inside, { subjectId: id, openers: [] })).isClosed)
			throw refused('nothing-sealed', 'Hier ist nichts mehr verschlossen. Einen Schlüssel braucht es nicht mehr.');
		const key = await generateX25519Identity();
		const recipient = (await recipientOf(key)) ?? '';
		await putOpenerKey(inside, { subjectId: id, personId, recipient });
		if (isPublic(head.state)) await askForShare(inside, { head, personId });
		return { key, recipient };
	});
}

/** The key fits the public half: something is locked for it and opened again. Throws 422. */
async function checkPair(own: OpenerKey, secretKey: string, about: string): Promise<void> {
	const key = keyIn(secretKey);
	if (!key || !(await recipientOf(key)))
		throw refused(
			'no-key',
			'Das ist kein Schlüssel. Er beginnt mit AGE-SECRET-KEY-1 und hat 74 Zeichen. Bitte ganz einfügen oder die Datei auswählen.',
			'secretKey'
		);
	const back = await unlock(await lock(new TextEncoder().encode(about), [own.recipient]), key);
	if (!back)
		throw refused(
			'wrong-key',
			'Das ist ein Schlüssel, aber nicht der für dieses Verfahren. Bitte das richtige Blatt nehmen oder einen neuen machen.',
			'secretKey'
		);
}

/**
 * Tries a key without opening anything but one's own share: what is sealed is not touched. Says whether it fits, or fits and waits for others to give a
 * share to it. Throws 401, 403, 404, 409, 422.
 */
export async function tryOpenerKey(ctx: Ctx, { id, secretKey }: { id: string; secretKey: string }): Promise<'fits' | 'waits'> {
	const { personId } = await asOpener(ctx, id);
	const own = (await listOpenerKeys(ctx, id)).find((one) => one.personId === personId);
	if (!own) throw refused('no-key-yet', 'Sie haben für dieses Verfahren noch keinen Schlüssel gemacht.');
	await checkPair(own, secretKey, `Probe ${id}`);
	const { isClosed, whole } = await loadShares(ctx, { subjectId: id, openers: [own] });
	if (whole.has(personId)) await tryShares(ctx, { subjectId: id, key: secretKey });
	await noteTried(ctx, { subjectId: id, personId });
	return isClosed && !whole.has(personId) ? 'waits' : 'fits';
}
