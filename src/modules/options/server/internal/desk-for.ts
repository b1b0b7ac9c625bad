import { and, desc, eq, inArray } from 'drizzle-orm';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { findProcedureHead, type ProcedureHead } from '#modules/procedures/server/find-procedure.ts';
import { procedures, procedureUnits } from '#modules/procedures/server/tables.ts';
import { properties } from '#modules/properties/server/tables.ts';
import type { LifecycleState } from '#modules/properties/vocabulary.ts';
import { runningStates, type State } from '../../option.ts';
import { options } from '../tables.ts';

export type OptionRow = typeof options.$inferSelect;
export type Desk = {
	head: ProcedureHead;
	house: { id: string; ags: string; title: string; lifecycle: LifecycleState };
	/** None means the whole house. */
	unitIds: string[];
};

/** What an option is about, for the office that runs the procedure; 404 for everybody else, whoever they are in it. */
export async function deskFor(ctx: Ctx, procedureId: string): Promise<Desk> {
	const head = await findProcedureHead(ctx, procedureId);
	if (!head.isTown) throw notFound();
	const [house] = await ctx.db
		.select({ id: properties.id, ags: properties.ags, title: properties.title, lifecycle: properties.lifecycleState })
		.from(procedures)
		.innerJoin(properties, eq(properties.id, procedures.propertyId))
		.where(eq(procedures.id, procedureId));
	if (!house) throw notFound();
	const chosen = await ctx.db
		.select({ unitId: procedureUnits.unitId })
		.from(procedureUnits)
		.where(eq(procedureUnits.procedureId, procedureId));
	return { head, house, unitIds: chosen.map(({ unitId }) => unitId) };
}

export const inForce: State[] = [...runningStates, 'fulfilled'];

/** The option in force of a procedure: running, or with a contract. */
export async function currentOption(ctx: Pick<Ctx, 'db'>, procedureId: string, { lock = false } = {}): Promise<OptionRow | null> {
	const asked = ctx.db
		.select()
		.from(options)
		.where(and(eq(options.procedureId, procedureId), inArray(options.state, inForce)))
		.orderBy(desc(options.turn))
		.limit(1);
	const [row] = lock ? await asked.for('update') : await asked;
	return row ?? null;
}

export type HeldOption = { desk: Desk; option: OptionRow };

/** Changes the option in force for the office, one change at a time: holds the procedure's option for the transaction. Throws 401, 404, 409. */
export function changeOption<T>(ctx: Ctx, procedureId: string, change: (inside: Ctx, held: HeldOption) => Promise<T>): Promise<T> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const desk = await deskFor(inside, procedureId);
		const option = await currentOption(inside, procedureId, { lock: true });
		if (!option) throw refused('no-option', 'Zurzeit hat niemand dieses Haus an der Hand.');
		return change(inside, { desk, option });
	});
}

/** Somebody else was faster at the same option: nothing is overwritten unseen. */
export function refuseOlder(option: OptionRow, version: number): void {
	if (option.version !== version)
		throw refused(
			'changed-meanwhile',
			'Inzwischen hat jemand diese Anhandgabe geändert. Bitte die Seite neu laden und prüfen, was jetzt gilt.'
		);
}
