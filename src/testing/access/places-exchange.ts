import { newId } from '#lib/server/id.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { beginPlace } from '#modules/places/server/begin-place.ts';
import { findExchange } from '#modules/places/server/find-exchange.ts';
import { joinLearningGroup } from '#modules/places/server/join-learning-group.ts';
import { proposeTandem } from '#modules/places/server/propose-tandem.ts';
import { publishPlace } from '#modules/places/server/publish-place.ts';
import { saveFigures } from '#modules/places/server/save-figures.ts';
import { saveLearningGroup } from '#modules/places/server/save-learning-group.ts';
import { savePlace } from '#modules/places/server/save-place.ts';
import { stepTandem } from '#modules/places/server/step-tandem.ts';
import { angermuende, cast } from '../cast.ts';
import { placeInput, plantPublicPlace, withSeat, type PlantedPlace } from '../places.ts';
import type { Commands, Role, Stage } from './access.ts';

const groupAndOffice: readonly Role[] = ['maker', 'office', 'admin'];
const office: readonly Role[] = ['office', 'admin'];
const asGroup = (ctx: Ctx, { group }: PlantedPlace): Ctx => (ctx.actor?.id === cast.amira.id ? { ...ctx, actor: group } : ctx);
const group = { title: 'Erste Fenster', isOpen: true };

/** A second published place of another group in the network. */
async function neighbour({ db, as }: Stage, network: string): Promise<string> {
	const organisationId = newId();
	const now = as(null).now;
	const row = { id: organisationId, slug: `nachbarn-${organisationId.slice(-8)}`, kind: 'association', name: 'Nachbarn' } as const;
	await db.insert(organisations).values({ ...row, placeAgs: angermuende, createdAt: now, updatedAt: now });
	const ctx = as(withSeat(cast.jonas, organisationId));
	const id = await beginPlace(ctx, { name: 'Bahnhof', organisationId, ort: angermuende, network });
	await savePlace(ctx, { id, input: placeInput({ name: 'Bahnhof' }) });
	await publishPlace(ctx, id);
	return id;
}

export const exchangeCommands: Commands = {
	'save-figures': {
		allowed: groupAndOffice,
		arrange: async (stage) => {
			const planted = await plantPublicPlace(stage);
			return (ctx) => saveFigures(asGroup(ctx, planted), { id: planted.id, year: 2025, values: {} });
		}
	},
	'save-learning-group': {
		allowed: office,
		arrange: async (stage) => {
			const { network } = await plantPublicPlace(stage);
			return (ctx) => saveLearningGroup(ctx, { slug: network, input: group });
		}
	},
	'join-learning-group': {
		allowed: groupAndOffice,
		arrange: async (stage) => {
			const planted = await plantPublicPlace(stage);
			await saveLearningGroup(stage.as('oskar'), { slug: planted.network, input: group });
			const [found] = (await findExchange(stage.as('oskar'), planted.id)).groups;
			const input = { contactName: 'Grit', contactEmail: 'grit@molkerei.example' };
			return (ctx) => joinLearningGroup(asGroup(ctx, planted), { id: planted.id, groupId: found?.id ?? '', input });
		}
	},
	'propose-tandem': {
		allowed: groupAndOffice,
		arrange: async (stage) => {
			const planted = await plantPublicPlace(stage);
			const otherId = await neighbour(stage, planted.network);
			return (ctx) => proposeTandem(asGroup(ctx, planted), { id: planted.id, otherId, message: 'Zusammen lernen?' });
		}
	},
	'step-tandem': {
		allowed: groupAndOffice,
		arrange: async (stage) => {
			const planted = await plantPublicPlace(stage);
			const otherId = await neighbour(stage, planted.network);
			const tandemId = await proposeTandem(stage.as(planted.group), { id: planted.id, otherId, message: 'Zusammen?' });
			return (ctx) => stepTandem(asGroup(ctx, planted), { id: planted.id, tandemId, step: 'withdraw' });
		}
	},
	'tell-tandem': { allowed: 'system', why: 'a reaction' }
};
