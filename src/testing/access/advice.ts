import { askForAdvice } from '#modules/advice/server/ask-for-advice.ts';
import { removeExpert } from '#modules/advice/server/remove-expert.ts';
import { reviewProgramme } from '#modules/advice/server/review-programme.ts';
import { saveExpert } from '#modules/advice/server/save-expert.ts';
import { saveOffer } from '#modules/advice/server/save-offer.ts';
import { saveProgramme } from '#modules/advice/server/save-programme.ts';
import { adviceOffers } from '#modules/advice/server/tables.ts';
import { anExpert, anOffer, aProgramme } from '../advice.ts';
import { angermuende, organisationOf } from '../cast.ts';
import { signedIn, type Commands, type Role } from './access.ts';

const office: readonly Role[] = ['office', 'admin'];
const own: readonly Role[] = ['editor', 'office', 'admin'];
const town = organisationOf(angermuende);

export const commands: Commands = {
	'ask-for-advice': {
		allowed: signedIn,
		arrange: async ({ as, db }) => {
			await saveOffer(as('ines'), town, anOffer());
			const [offer] = await db.select().from(adviceOffers);
			return (ctx) =>
				askForAdvice(ctx, {
					slug: offer?.slug ?? '',
					input: { month: '2026-11', text: 'Wir haben einen Gasthof.' },
					address: '192.0.2.7'
				});
		}
	},
	'remove-expert': {
		allowed: own,
		arrange: async ({ as }) => {
			const id = await saveExpert(as('ines'), town, anExpert());
			return (ctx) => removeExpert(ctx, town, id);
		}
	},
	'review-programme': {
		allowed: office,
		arrange: async ({ as }) => {
			const id = await saveProgramme(as('oskar'), aProgramme());
			return (ctx) => reviewProgramme(ctx, id);
		}
	},
	'save-expert': { allowed: own, arrange: async () => (ctx) => saveExpert(ctx, town, anExpert()) },
	'save-offer': { allowed: own, arrange: async () => (ctx) => saveOffer(ctx, town, anOffer()) },
	'save-programme': { allowed: office, arrange: async () => (ctx) => saveProgramme(ctx, aProgramme()) },
	'withhold-offer': { allowed: 'system', why: 'part of a decision over a notice, which asks the policy' }
};
