import { generateX25519Identity } from 'age-encryption';
import { forbidden, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { isSignedInPerson } from '#modules/people/policy.ts';
import { findProcedureHead, type ProcedureHead } from '#modules/procedures/server/find-procedure.ts';
import { loadDuties } from '#modules/procedures/server/load-duties.ts';
import { isPublic } from '#modules/procedures/way.ts';
import { keyIn, lock, recipientOf, unlock } from '#modules/seals/envelope.ts';
import { listOpenerKeys } from '#modules/seals/server/list-opener-keys.ts';
import { noteTried, putOpenerKey } from '#modules/seals/server/put-opener-key.ts';

async function asOpener(ctx: Ctx, id: string): Promise<{ head: ProcedureHead; personId: string }> {
	const head = await findProcedureHead(ctx, id);
	const { actor } = ctx;
	if (!isSignedInPerson(actor) || !(await loadDuties(ctx, id)).some(({ isOpener }) => isOpener))
		throw forbidden('Einen Schlüssel hat nur, wer zum Öffnen benannt ist.');
	return { head, personId: actor.id };
}

/**
 * Makes a key for an opener, in place of an earlier one. Only its public half is kept; the private one is returned, this once. Not any more once the
 * procedure is published: what is sealed is sealed for the keys that there were. Throws 401, 403, 404, 409.
 */
export async function makeOpenerKey(ctx: Ctx, { id }: { id: string }): Promise<{ key: string; recipient: string }> {
	const { head, personId } = await asOpener(ctx, id);
	if (isPublic(head.state))
		throw refused(
			'sealed-already',
			'Das Verfahren ist veröffentlicht und für die Schlüssel verschlossen, die es da gab. Ein neuer würde nichts öffnen.'
		);
	const key = await generateX25519Identity();
	const recipient = (await recipientOf(key)) ?? '';
	await putOpenerKey(ctx, { subjectId: id, personId, recipient });
	return { key, recipient };
}

/** Tries a key without opening anything: something is locked for the public half and opened with it. Throws 401, 403, 404, 422. */
export async function tryOpenerKey(ctx: Ctx, { id, secretKey }: { id: string; secretKey: string }): Promise<void> {
	const { personId } = await asOpener(ctx, id);
	const own = (await listOpenerKeys(ctx, id)).find((one) => one.personId === personId);
	if (!own) throw refused('no-key-yet', 'Sie haben für dieses Verfahren noch keinen Schlüssel gemacht.');
	const key = keyIn(secretKey);
	if (!key || !(await recipientOf(key)))
		throw refused(
			'no-key',
			'Das ist kein Schlüssel. Er beginnt mit AGE-SECRET-KEY-1 und hat 74 Zeichen. Bitte ganz einfügen oder die Datei auswählen.',
			'secretKey'
		);
	const probe = new TextEncoder().encode(`Probe ${id}`);
	const back = await unlock(await lock(probe, [own.recipient]), key);
	if (!back)
		throw refused(
			'wrong-key',
			'Das ist ein Schlüssel, aber nicht der für dieses Verfahren. Bitte das richtige Blatt nehmen oder einen neuen machen.',
			'secretKey'
		);
	await noteTried(ctx, { subjectId: id, personId });
}
