import { eq } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { notices } from '#modules/people/server/post-tables.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import { recordEntries } from '#modules/records/server/tables.ts';
import { cast } from './cast.ts';
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

/** "done", or status and code of what stood against it. */
export const refusalOf = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: unknown) => {
			if (error instanceof Refusal) return `${error.status} ${error.code}`;
			throw error;
		}
	);
/** The same asker so many days later. */
export const later = (ctx: Ctx, days: number): Ctx => ({ ...ctx, now: new Date(ctx.now.getTime() + days * 86_400_000) });
export const stateOf = async ({ db }: Pick<Ctx, 'db'>, id: string) =>
	(await db.select().from(procedures).where(eq(procedures.id, id)))[0]?.state;
export const kindsOf = async ({ db }: Pick<Ctx, 'db'>, id: string) =>
	(await db.select({ kind: recordEntries.kind }).from(recordEntries).where(eq(recordEntries.recordId, id)).orderBy(recordEntries.seq)).map(
		({ kind }) => kind
	);
/** Notices of one kind that somebody has. */
export const told = async ({ db }: Pick<Ctx, 'db'>, who: keyof typeof cast, kind: string) =>
	(await db.select().from(notices).where(eq(notices.personId, cast[who].id))).filter((one) => one.kind === kind);
