import { uses as words, type Use } from '#modules/properties/vocabulary.ts';
import { list } from '#lib/text/phrases.ts';
import { conflict, fits, tension, unknown, type Criterion, type Offer, type Wish } from '../pair.ts';

/** Uses that live well in the same walls. */
const families: readonly (readonly Use[])[] = [
	['gastronomy', 'cafe', 'meeting_place'],
	['workshop_makerspace', 'studio_atelier', 'repair_cafe'],
	['housing', 'co_housing'],
	['shop', 'regional_supply'],
	['coworking', 'office'],
	['stage_culture', 'rehearsal', 'exhibition', 'church_space'],
	['school_education', 'youth', 'library', 'meeting_place'],
	['senior_care', 'health', 'social_service'],
	['farm_production', 'storage']
];

const wished = (wish: Wish) => wish.uses.filter((use) => use !== 'other');
const common = (a: readonly Use[], b: readonly Use[]) => a.filter((use) => b.includes(use));
const related = (a: readonly Use[], b: readonly Use[]) =>
	families.some((family) => family.some((use) => a.includes(use)) && family.some((use) => b.includes(use)));

function judge(offer: Offer, wish: Wish) {
	const sought = wished(wish);
	if (!sought.length) return null;
	const excluded = common(sought, offer.usesExcluded);
	if (excluded.length) return conflict(`${list(words, excluded)} ${excluded.length > 1 ? 'sind' : 'ist'} hier ausgeschlossen`, true);
	const wanted = common(sought, offer.uses);
	if (wanted.length)
		return fits(
			`${list(words, wanted)} ${wanted.length > 1 ? 'sind' : 'ist'} ausdrücklich gewünscht`,
			0.7 + (0.3 * wanted.length) / new Set(sought).size
		);
	const allowed = common(sought, offer.usesAllowed);
	if (allowed.length) return fits(`${list(words, allowed)} ${allowed.length > 1 ? 'sind' : 'ist'} zulässig`, 0.65);
	if (offer.uses.includes('mixed')) return fits(`${list(words, sought)} gesucht, gemischte Nutzung gewünscht`, 0.6);
	if (!offer.uses.length && !offer.usesAllowed.length)
		return unknown(`${list(words, sought)} gesucht, gewünschte Nutzung noch nicht bekannt`);
	const open = offer.uses.length ? offer.uses : offer.usesAllowed;
	const text = `${list(words, sought)} gesucht, gewünscht ${open.length > 1 ? 'sind' : 'ist'} ${list(words, open)}`;
	return related(sought, open) ? tension(`${text}: das ist verwandt`, 0.5) : tension(text, 0.25);
}

export const use: Criterion = {
	judge,
	question: { text: 'Welche Nutzungen wünscht sich die Kommune hier, und was ist ausgeschlossen?', ask: 'provider' },
	relax: (offer, wish) => {
		const excluded = common(wished(wish), offer.usesExcluded);
		const rest = wish.uses.filter((u) => !excluded.includes(u));
		return excluded.length && rest.length
			? { text: `es auch ohne ${list(words, excluded, 'oder')} geht`, wish: { ...wish, uses: rest } }
			: null;
	}
};
