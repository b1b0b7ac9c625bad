import { inArray } from 'drizzle-orm';
import { dayAfter, dayOf } from '#lib/calendar.ts';
import { openDb } from '#lib/server/db.ts';
import type { House } from '#lib/server/house.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { AboutInput } from '#modules/procedures/forms-light.ts';
import { handInProposal, type LightKind } from '#modules/procedures/light.ts';
import { beginLight } from '#modules/procedures/server/begin-light.ts';
import { chooseForm } from '#modules/procedures/server/choose-form.ts';
import { describeLight } from '#modules/procedures/server/describe-light.ts';
import { settleLight } from '#modules/procedures/server/settle-light.ts';
import { stepProcedure } from '#modules/procedures/server/step-procedure.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import { listProperties } from '#modules/properties/server/list-properties.ts';
import { cast } from '#testing/cast.ts';

const day = 86_400_000;
type Told = {
	house: string;
	kind: LightKind;
	who: typeof cast.ines | typeof cast.hanna;
	about: (today: string) => Omit<AboutInput, 'version' | 'feeUnit'>;
	isReady: boolean;
};

const told: readonly Told[] = [
	{
		...{ house: 'Gasthof „Zum Kranich“', kind: 'expression_of_interest', who: cast.hanna, isReady: true },
		about: () => ({
			title: 'Gasthof „Zum Kranich“: Wer hat Lust?',
			what: 'Wir sind drei Erben und wohnen alle woanders. Der Gasthof unserer Großeltern soll wieder Licht haben, es muss keine Wirtschaft sein.',
			whom: 'Für Wolletz und für alle, die mit dem Rad vorbeikommen.',
			open: 'Ob wir verpachten oder verkaufen, wissen wir noch nicht. Darüber möchten wir mit Euch reden, nicht mit Maklern.',
			...{ transfer: 'lease', from: undefined, until: undefined, fee: null, counterPerformance: '' }
		})
	},
	{
		...{ house: 'Altes Feuerwehrhaus Kerkow', kind: 'room_grant', who: cast.ines, isReady: false },
		about: (today) => ({
			title: 'Sommer im Feuerwehrhaus',
			what: 'Bis das Lager einzieht, steht die Halle einen Sommer lang leer. Wir geben sie jemandem, der damit etwas anfängt.',
			whom: 'Für Kerkow, vor allem für die Jüngeren.',
			open: 'Es gibt Strom und Wasser, aber keine Heizung.',
			...{ transfer: 'interim', from: dayAfter(today, 150), until: dayAfter(today, 300), fee: 4000 },
			counterPerformance: 'Ein offener Nachmittag im Monat und ein Fest zum Schluss.'
		})
	}
];

async function placeOne(ctx: Ctx, one: Told): Promise<string | null> {
	const { items } = await listProperties(ctx, { q: one.house, pageSize: 5 });
	const raum = items.find(({ title }) => title === one.house)?.id;
	if (!raum) return null;
	const id = await beginLight(ctx, { raum, unitIds: [] });
	await chooseForm(ctx, { id, version: 1, kind: one.kind });
	await describeLight(ctx, { id, input: { version: 2, feeUnit: 'month', ...one.about(dayOf(ctx.now)) } });
	const handIn = handInProposal({ contact: one.who.name, email: one.who.email });
	const decidingBody = one.who === cast.hanna ? 'owner' : 'mayor';
	if (one.isReady)
		await settleLight(ctx, {
			id,
			input: { version: 3, decidingBody, handIn, name: 'Tim Sander (erfunden)', email: 'tim.sander@angermuende.example', isDone: true }
		});
	return id;
}

/** Light forms in Angermünde: Hanna's own, finished and waiting for her word, and a room grant in work. All invented. */
export async function placeLight({ pool }: House, now: Date): Promise<void> {
	const ids: string[] = [];
	const at = (actor: Ctx['actor'], ago: number): Ctx => ({ db: openDb(pool), actor, now: new Date(now.getTime() - ago * day) });
	for (const one of told) {
		const id = await placeOne(at(one.who, 9), one);
		if (!id) continue;
		ids.push(id);
		if (one.isReady) await stepProcedure(at(cast.ines, 3), { id, step: 'finish' });
	}
	if (ids.length) await openDb(pool).update(procedures).set({ isDemo: true }).where(inArray(procedures.id, ids));
}
