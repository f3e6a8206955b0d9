import type { SaveCustomer } from '../../services/save-customer.ts';

/** The people of the sample shop. Phone numbers are from a range that nobody has. */
export const SAMPLE_CUSTOMERS: readonly SaveCustomer[] = [
  person('cus_asha', 'Asha Rao', '5550100001'),
  person('cus_kiran', 'Kiran Shah', '5550100002', 'hi'),
  person('cus_dev', 'Dev Patel', '5550100003'),
  person('cus_meenakshi', 'Meenakshi Iyer', '5550100004'),
  person('cus_farhan', 'Farhan Qureshi', '5550100005'),
  person('cus_priya', 'Priya Nair', '5550100006'),
  person('cus_sunita', 'Sunita Stores', '5550100007', 'hi'),
  person('cus_nila', 'Nila Das', '5550100008'),
  person('cus_lata', 'Lata Kulkarni', '5550100009'),
  person('cus_vikram', 'Vikram Singh', '5550100010', 'hi'),
  person('cus_tara', 'Tara Menon', '5550100011'),
  person('cus_joseph', 'Joseph Fernandes', '5550100012'),
  person('cus_zoya', 'Zoya Khan', '5550100013'),
  person('cus_omar', 'Omar Sheikh', '5550100014'),
];

function person(id: string, name: string, phone: string, language = 'en'): SaveCustomer {
  const email = `${name.toLowerCase().replace(' ', '.')}@example.com`;
  return { id, name, email, phone: `+91${phone}`, language };
}
