import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars/date-time.ts';

@ObjectType({
  simpleResolvers: true,
  description:
    'How it goes with payments. What is said of calls is what the answering server knows since it started; what waits is counted for all.',
})
export class PaymentHealth {
  @Field(() => String, {
    nullable: true,
    description: 'Who collects, such as `RAZORPAY`; null where no payments are taken.',
  })
  provider!: string | null;

  @Field(() => Boolean, {
    description: 'Whether the provider answers: false from the third failed call in a row on.',
  })
  isWorking!: boolean;

  @Field(() => Int, { description: 'How many calls have failed since the last answer.' })
  failuresInARow!: number;

  @Field(() => DateTime, { nullable: true, description: 'When the provider last answered as it should.' })
  lastAnswerAt!: number | null;

  @Field(() => DateTime, { nullable: true, description: 'When a call last failed.' })
  lastFailureAt!: number | null;

  @Field(() => String, { nullable: true, description: 'What went wrong then, in words for operators.' })
  lastFailure!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'Since when the top-up that has waited longest is due to be asked about; null when none is. Minutes ago is normal, hours ago is not.',
  })
  pollDueSince!: number | null;

  @Field(() => Int, {
    description: 'How many notifications of the provider nobody has looked at yet, or in vain.',
  })
  notificationsWaiting!: number;

  @Field(() => DateTime, { nullable: true, description: 'Since when the oldest of them waits.' })
  notificationsWaitingSince!: number | null;

  @Field(() => Int, { description: 'How many reviews wait for a person: `paymentReviews` lists them.' })
  reviewsOpen!: number;

  @Field(() => DateTime, { nullable: true, description: 'Since when the oldest of them waits.' })
  reviewsOpenSince!: number | null;
}
