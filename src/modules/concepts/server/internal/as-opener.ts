import { forbidden } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { isSignedInPerson } from '#modules/people/policy.ts';
import { findProcedureHead, type ProcedureHead } from '#modules/procedures/server/find-procedure.ts';
import { loadDuties } from '#modules/procedures/server/load-duties.ts';

/** The procedure for one of those who open it. Throws 401, 403, 404. */
export async function asOpener(ctx: Ctx, id: string): Promise<{ head: ProcedureHead; personId: string }> {
	const head = await findProcedureHead(ctx, id);
	const { actor } = ctx;
	if (!isSignedInPerson(actor) || !(await loadDuties(ctx, id)).some(({ isOpener }) => isOpener))
		throw forbidden('Einen Schlüssel hat nur, wer zum Öffnen benannt ist.');
	return { head, personId: actor.id };
}
