import { leafForm, type BasicsInput, type LeafInput } from '#modules/procedures/forms.ts';
import { changeProcedure } from '#modules/procedures/server/change-procedure.ts';
import { createProcedure } from '#modules/procedures/server/create-procedure.ts';
import { findCriteria, findProcedure } from '#modules/procedures/server/find-procedure.ts';
import { saveMember } from '#modules/procedures/server/save-member.ts';
import { stepProcedure } from '#modules/procedures/server/step-procedure.ts';
import { takeCriteria } from '#modules/procedures/server/take-criteria.ts';
import type { Stage } from './access/access.ts';
import { cast } from './cast.ts';
import { recordHouse } from './houses.ts';

export type PlantedProcedure = { id: string; houseId: string; areaId: string; leafId: string };

/** What Ines writes in the overview; `version` as she read it. */
export const basics = (over: Partial<BasicsInput> = {}): BasicsInput => ({
	...{
		version: 1,
		title: 'Wer belebt die Schule?',
		kind: 'two_stage',
		transfer: 'heritable_right',
		unitIds: [],
		goal: 'Das Dorf trifft sich wieder.'
	},
	...{
		terms: '',
		handIn: 'Auf Papier ins Rathaus, Markt 24.',
		priceRule: 'fixed',
		price: null,
		priceUnit: 'year',
		priceShare: 0,
		priceFull: null
	},
	...{ termYears: 66, decidingBody: 'council', tieRule: 'heaviest', isBlind: false, openness: 'ranking' },
	...over
});

/** A criterion as a form brings it. */
export const leafInput = (areaId: string, over: Record<string, unknown> = {}): LeafInput =>
	leafForm.parse({
		areaId,
		title: 'Nutzen für das Dorf',
		weight: '20',
		levelPoints: ['0', '3'],
		levelText: ['nichts', 'alles'],
		evidence: ['use_concept'],
		...over
	});

/** A procedure of Angermünde in work, begun by Ines, with the criteria of a template. */
export async function plantProcedure({ as, houseTitle }: Stage): Promise<PlantedProcedure> {
	const { id: houseId } = await recordHouse(as('ines'), houseTitle ? { title: houseTitle, street: `Am ${houseTitle}` } : {});
	const id = await createProcedure(as('ines'), {
		raum: houseId,
		title: 'Wer belebt die Schule?',
		kind: 'two_stage',
		transfer: 'heritable_right',
		unitIds: []
	});
	await takeCriteria(as('ines'), { id, from: { key: 'kleine-stadt' }, replace: false });
	const { criteria } = await findCriteria(as('ines'), id);
	const [area] = criteria.areas;
	return { id, houseId, areaId: area?.id ?? '', leafId: area?.leaves[0]?.id ?? '' };
}

/** The same, whole: goal, way of handing in, and a jury of Amira and two others; `isReady`: and finished. */
export async function plantWholeProcedure(stage: Stage, { isReady }: { isReady: boolean }): Promise<PlantedProcedure> {
	const planted = await plantProcedure(stage);
	const [{ id }, ctx] = [planted, stage.as('ines')];
	const { row } = await findProcedure(ctx, id);
	await changeProcedure(ctx, { id, input: basics({ version: row.version }) });
	const juror = { role: 'juror', hasVote: true, isOpener: false, deputyFor: null, affiliation: '' } as const;
	await saveMember(ctx, { id, input: { ...juror, jurorKind: 'locals', name: cast.amira.name, email: cast.amira.email } });
	await saveMember(ctx, { id, input: { ...juror, jurorKind: 'expert', name: 'Eva Lehm', email: undefined } });
	await saveMember(ctx, { id, input: { ...juror, jurorKind: 'council', name: 'Fred Kahn', email: undefined } });
	if (isReady) await stepProcedure(ctx, { id, step: 'finish' });
	return planted;
}
