import { aboutForm, grantForm, settleForm, type AboutInput, type GrantInput, type SettleInput } from '#modules/procedures/forms-light.ts';
import { beginLight } from '#modules/procedures/server/begin-light.ts';
import { chooseForm } from '#modules/procedures/server/choose-form.ts';
import { describeLight } from '#modules/procedures/server/describe-light.ts';
import { settleLight } from '#modules/procedures/server/settle-light.ts';
import { stepProcedure } from '#modules/procedures/server/step-procedure.ts';
import type { LightKind } from '#modules/procedures/light.ts';
import type { Stage } from './access/access.ts';
import type { CastName } from './cast.ts';
import { recordHouse } from './houses.ts';

export const terms = { from: '2027-05-01', until: '2027-10-31', fee: '40', counterPerformance: 'Ein offener Nachmittag im Monat.' };
/** The forms of the light way as somebody fills them in. */
export const about = (over: Record<string, unknown> = {}): AboutInput =>
	aboutForm.parse({
		...{ version: '2', title: 'Wer macht den Laden auf?', what: 'Der Laden soll wieder offen sein.', whom: 'Für alle im Dorf.', open: '' },
		...{ transfer: 'lease', ...terms, ...over }
	});
export const grantInput = (over: Record<string, unknown> = {}): GrantInput => grantForm.parse({ version: '1', ...terms, ...over });
export const settled = (over: Record<string, unknown> = {}): SettleInput =>
	settleForm.parse({
		version: '3',
		decidingBody: 'mayor',
		handIn: 'Auf der Seite des Aufrufs.',
		name: 'Tim Sander',
		email: 'tim.sander@angermuende.example',
		...over
	});

/** The inn, private, recorded by Hanna, to whom it belongs. */
export const recordOwnHouse = ({ as }: Stage): Promise<{ id: string }> => recordHouse(as('hanna'), { isMunicipal: '' });

type Over = { who?: CastName; kind?: LightKind; isReady?: boolean };
/** A draft of the light way, walked to its end by Ines for a house of the town, or by Hanna for her own. */
export async function plantLight(
	stage: Stage,
	{ who = 'ines', kind = 'room_grant', isReady = false }: Over = {}
): Promise<{ id: string; houseId: string }> {
	const ctx = stage.as(who);
	const isOwn = who === 'hanna';
	const { id: houseId } = isOwn ? await recordOwnHouse(stage) : await recordHouse(ctx);
	const id = await beginLight(ctx, { raum: houseId, unitIds: [] });
	await chooseForm(ctx, { id, version: 1, kind });
	await describeLight(ctx, { id, input: about() });
	await settleLight(ctx, { id, input: settled({ decidingBody: isOwn ? 'owner' : 'mayor' }) });
	if (isReady) await stepProcedure(ctx, { id, step: 'finish' });
	return { id, houseId };
}
