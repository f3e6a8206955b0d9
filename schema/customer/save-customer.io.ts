import { IsEmail, Length } from 'class-validator';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { CustomerId, LanguageTag, PersonName, PhoneNumber, Text } from '../text-bounds.ts';
import { UserError } from '../user-error/user-error.type.ts';
import { Customer } from './customer.type.ts';
import { Weighs } from '../weight.ts';

@InputType({ description: 'What the shop knows of a customer. What is left out is removed.' })
export class SaveCustomerInput {
  @CustomerId()
  @Field(() => ID, {
    description: "The shop's own id of the customer: 1 to 64 letters, digits or any of `. - _ | : @ +`.",
  })
  customerId!: string;

  @PersonName()
  @Field(() => String, { description: 'The full name, 1 to 120 characters.' })
  name!: string;

  @Text()
  @IsEmail({}, { message: 'must be an email address' })
  @Length(3, 254, { message: 'must have at most 254 characters' })
  @Field(() => String, { nullable: true, description: 'The email address.' })
  email?: string | null;

  @PhoneNumber()
  @Field(() => String, { nullable: true, description: 'The phone number, such as `+91 98765 43210`.' })
  phone?: string | null;

  @LanguageTag()
  @Field(() => String, {
    nullable: true,
    description: 'The preferred language as a BCP 47 tag such as `en-IN`.',
  })
  language?: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `saveCustomer`.' })
export class SaveCustomerPayload {
  @Field(() => Customer, { nullable: true, description: 'The customer as saved; null when refused.' })
  customer!: Customer | null;

  @Weighs({ most: 10 })
  @Field(() => [UserError], { description: 'Why it was refused; empty when it worked.' })
  userErrors!: UserError[];
}
