import { expect, test } from 'vitest';
import { aboutSender, aboutTopic, channelFor, topicNames, topics, type Channel } from './topics.ts';

const given = (...choices: [string, Channel][]) => new Map(choices);

test('immediately comes only what cannot wait: a place, a cancellation, a question from person to person', () => {
	expect(topicNames.filter((topic) => (topics[topic].may as readonly string[]).includes('now'))).toEqual([
		'place_offer',
		'cancellation',
		'direct_question',
		'conversation'
	]);
});

test('without a choice it is as usual, and what is usual is allowed', () => {
	for (const topic of topicNames) {
		expect(channelFor({ topic, senderId: 'n' }, given())).toBe(topics[topic].usual);
		expect(topics[topic].may).toContain(topics[topic].usual);
		expect(topics[topic].may).toContain('never');
	}
});

test('a choice that the topic does not allow is none', () => {
	expect(channelFor({ topic: 'news', senderId: null }, given([aboutTopic('news'), 'now']))).toBe('brief');
});

test('a sender can be made quieter than its topics, never louder', () => {
	expect(channelFor({ topic: 'direct_question', senderId: 'n' }, given([aboutSender('n'), 'brief']))).toBe('brief');
	expect(channelFor({ topic: 'direct_question', senderId: 'm' }, given([aboutSender('n'), 'brief']))).toBe('now');
	expect(channelFor({ topic: 'inquiry', senderId: 'n' }, given([aboutTopic('inquiry'), 'never'], [aboutSender('n'), 'brief']))).toBe(
		'never'
	);
	expect(channelFor({ topic: 'cancellation', senderId: 'n' }, given([aboutSender('n'), 'never']))).toBe('never');
});
