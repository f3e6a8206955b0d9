import { FieldResolver, Query, Resolver } from 'type-graphql';
import { Customer } from '../../schema/customer/customer.type.ts';
import { Viewer } from '../../schema/viewer/viewer.type.ts';
import { Wallet } from '../../schema/wallet/wallet.type.ts';

@Resolver(() => Viewer)
export class ViewerResolver {
  @Query(() => Viewer, {
    description: 'Whoever is asking, with their own wallet. For everybody who is signed in.',
  })
  viewer(): Viewer {
    throw new Error('pending');
  }

  @FieldResolver()
  customer(): Customer | null {
    throw new Error('pending');
  }

  @FieldResolver()
  wallet(): Wallet | null {
    throw new Error('pending');
  }
}
