import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { folderStore } from '#lib/server/store.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addPictures } from '#modules/places/server/add-pictures.ts';
import { beginPlace } from '#modules/places/server/begin-place.ts';
import { changePicture } from '#modules/places/server/change-picture.ts';
import { publishPlace } from '#modules/places/server/publish-place.ts';
import { savePlace } from '#modules/places/server/save-place.ts';
import { saveProgramme } from '#modules/places/server/save-programme.ts';
import { saveStatement } from '#modules/places/server/save-statement.ts';
import { stepPlace } from '#modules/places/server/step-place.ts';
import { placePictures } from '#modules/places/server/tables.ts';
import { angermuende, cast } from '../cast.ts';
import { placeInput, plantPlace, type PlantedPlace } from '../places.ts';
import { awardCommands } from './places-award.ts';
import { exchangeCommands } from './places-exchange.ts';
import type { Commands, Role, Stage } from './access.ts';

/** Amira holds a seat in the group; Oskar is the office of its network. */
const groupAndOffice: readonly Role[] = ['maker', 'office', 'admin'];
const office: readonly Role[] = ['office', 'admin'];
const store = () => folderStore(mkdtempSync(join(tmpdir(), 'gr-access-')));
const picture = async () =>
	new Uint8Array(
		await sharp({ create: { width: 32, height: 20, channels: 3, background: '#a43' } })
			.png()
			.toBuffer()
	);

/** Whoever plays the maker comes with the seat in the group. */
export const onPlace = (
	allowed: readonly Role[],
	run: (ctx: Ctx, planted: PlantedPlace, stage: Stage) => Promise<unknown>,
	arrange?: (stage: Stage, planted: PlantedPlace) => Promise<unknown>
): Commands[string] => ({
	allowed,
	arrange: async (stage) => {
		const planted = await plantPlace(stage);
		await arrange?.(stage, planted);
		return (ctx) => run(ctx.actor?.id === cast.amira.id ? { ...ctx, actor: planted.group } : ctx, planted, stage);
	}
});

export const commands: Commands = {
	...awardCommands,
	...exchangeCommands,
	'begin-place': onPlace(['maker', 'admin'], (ctx, { organisationId, network }) =>
		beginPlace(ctx, { name: 'Zweiter Ort', organisationId, ort: angermuende, network })
	),
	'save-place': onPlace(groupAndOffice, (ctx, { id }) => savePlace(ctx, { id, input: placeInput({ version: 2 }) })),
	'publish-place': onPlace(groupAndOffice, (ctx, { id }) => publishPlace(ctx, id)),
	'step-place': onPlace(groupAndOffice, (ctx, { id }) => stepPlace(ctx, { id, step: 'rest', reason: 'Winterpause' })),
	'save-statement': onPlace(office, (ctx, { id }) => saveStatement(ctx, { id, networkStatement: 'hier Licht brennt.' })),
	'save-programme': onPlace(office, (ctx, { network }) =>
		saveProgramme(ctx, { slug: network, input: { awardName: 'Ort', reassessMonths: 12 } })
	),
	'add-pictures': onPlace(groupAndOffice, async (ctx, { id }) =>
		addPictures(ctx, { id, store: store(), uploads: [{ name: 'haus.png', bytes: await picture() }] })
	),
	'change-picture': onPlace(
		groupAndOffice,
		async (ctx, { id }, { db }) => {
			const [row] = await db.select({ id: placePictures.id }).from(placePictures);
			return changePicture(ctx, { id, pictureId: row?.id ?? '', input: { alt: 'Das Haus', credit: 'Grit' } });
		},
		async ({ as }, { id, group }) => addPictures(as(group), { id, store: store(), uploads: [{ name: 'haus.png', bytes: await picture() }] })
	),
	'withhold-place': { allowed: 'system', why: 'part of a decision over a notice, which asks the policy' }
};
