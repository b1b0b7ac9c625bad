import { eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import type { Store } from '#lib/server/store.ts';
import { germanDay } from '#lib/text/german.ts';
import { kindOfUpload, whyNotUpload } from '#lib/upload.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { moveProcedure } from '#modules/procedures/server/move-procedure.ts';
import { contractKinds, type ContractKind } from '../option.ts';
import { changeOption, deskFor, refuseOlder, type HeldOption } from './internal/desk-for.ts';
import { logStep } from './internal/log-step.ts';
import { refuseStep } from './internal/refuse-step.ts';
import { tellHolders } from './internal/tell-holder.ts';
import { tellLosers } from './internal/tell-losers.ts';
import { options } from './tables.ts';

type Upload = { name: string; bytes: Uint8Array };
type Contract = { id: string; version: number; contractOn: string; contractKind: ContractKind; document: Upload | undefined; store: Store };

async function keepDocument(store: Store, document: Upload): Promise<string> {
	const against = whyNotUpload(document.name, document.bytes);
	if (against) throw refused('upload-refused', against, 'document');
	if (kindOfUpload(document.bytes) !== 'pdf') throw refused('no-pdf', 'Bitte den Vertrag als PDF.', 'document');
	const key = `anhandgabe/${newId()}.pdf`;
	await store.put(key, document.bytes, 'application/pdf');
	return key;
}

async function tell(ctx: Ctx, { desk, option }: HeldOption, contractOn: string): Promise<void> {
	const title = `${desk.house.title}: Der Vertrag steht`;
	const text = `Vertrag vom ${germanDay(contractOn)}. Glückwunsch. Aus der Anhandgabe ist Euer Haus geworden.`;
	await tellHolders(ctx, [{ option, kind: 'option-contract', about: option.id, title, text }]);
	await tellLosers(ctx, { procedureId: option.procedureId, winner: option.conceptId, house: desk.house.title });
}

/** Enters the contract; from here on the option has done its work. Who did not get the house is offered to seek again. The document stays with the office. Throws 401, 404, 409, 422. */
export async function signContract(ctx: Ctx, { id, version, contractOn, contractKind, document, store }: Contract): Promise<void> {
	await deskFor(ctx, id);
	const documentKey = document ? await keepDocument(store, document) : null;
	await changeOption(ctx, id, async (inside, held) => {
		const { option } = held;
		refuseOlder(option, version);
		await refuseStep(inside, option, { step: 'fulfil', day: contractOn });
		const contract = { contractOn, contractKind, documentKey, documentType: documentKey ? 'application/pdf' : null };
		await inside.db
			.update(options)
			.set({ state: 'fulfilled', ...contract, version: option.version + 1 })
			.where(eq(options.id, option.id));
		await moveProcedure(inside, { id, move: 'sign', facts: { turn: option.turn, on: contractOn, contract: contractKinds[contractKind] } });
		await logStep(inside, { optionId: option.id, step: 'fulfil' });
		await tell(inside, held, contractOn);
	}).catch(async (error: unknown) => {
		if (documentKey) await store.delete(documentKey);
		throw error;
	});
}
