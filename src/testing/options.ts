import { grantForm, type GrantInput } from '#modules/options/forms.ts';
import { findOptionDesk } from '#modules/options/server/find-option-desk.ts';
import { grantOption } from '#modules/options/server/grant-option.ts';
import type { Stage } from './access/access.ts';
import { plantAward } from './published.ts';

/** The terms as a form brings them, from the day of the stage's clock. */
export const terms = ({ as }: Stage, over: Record<string, unknown> = {}): GrantInput => {
	const today = as(null).now.toISOString().slice(0, 10);
	const endsOn = new Date(as(null).now.getTime() + 300 * 86_400_000).toISOString().slice(0, 10);
	return grantForm.parse({ startsOn: today, endsOn, fee: '500', feeIsCredited: 'on', terms: 'Ohne Pflicht zum Kauf.', ...over });
};

/** The house of a decided procedure at the hand of Amira's group; Jonas waits, Hanna came last. */
export async function plantOption(stage: Stage, over: Record<string, unknown> = {}) {
	const award = await plantAward(stage);
	const optionId = await grantOption(stage.as('ines'), { id: award.id, input: terms(stage, over) });
	const { current } = await findOptionDesk(stage.as('ines'), award.id);
	return { ...award, optionId, milestones: current?.milestones ?? [], talks: current?.talks ?? [] };
}

/** A store in memory. */
export function memoryStore() {
	const files = new Map<string, Uint8Array>();
	return {
		files,
		put: async (key: string, bytes: Uint8Array) => void files.set(key, bytes),
		get: async (key: string) => files.get(key) ?? null,
		stream: async () => null,
		delete: async (key: string) => void files.delete(key),
		stat: async (key: string) => (files.has(key) ? { bytes: files.get(key)?.length ?? 0 } : null),
		keys: async function* () {
			yield* files.keys();
		}
	};
}
