import { Story, type SampleEvent } from './event.ts';

/**
 * Fourteen months in the life of the sample shop: every tier and status, credits that expire soon, have expired, are partly
 * spent or refunded, people who brought each other, rewards claimed. Omar has no wallet, and Nila's is new and empty.
 */
export function sampleStories(): SampleEvent[] {
  return [
    asha(),
    new Story('cus_kiran', 40)
      .topUp(39, '11:20', '500')
      .spend(31, '19:05', '180', '1021')
      .redeem(16, '18:20', 'WINTER50')
      .gift(12, '10:00', '75', 'Sorry for the wait', { source: 'MANUAL' })
      .broughtBy('cus_asha', 40, '09:30')
      .claim(34, '12:00', 'firstThree'),
    dev(),
    meenakshi(),
    new Story('cus_farhan', 210)
      .topUp(209, '13:15', '2000')
      .spend(150, '20:30', '650', '0871')
      .gift(60, '09:00', '200', 'Monsoon offer', { expiresInDays: 75 })
      .stopped(9, '16:40', 'FROZEN', 'The customer reported a lost phone', 'DEVICE_LOST'),
    new Story('cus_priya', 330)
      .topUp(329, '10:10', '1500')
      .spend(280, '18:00', '400', '0712')
      .stopped(45, '11:05', 'FROZEN', 'Several orders were disputed', 'PAYMENT_CHECKED')
      .stopped(41, '12:30', 'SUSPENDED', 'The dispute was confirmed by the bank', 'PAYMENT_CHECKED'),
    sunita(),
    new Story('cus_nila', 2),
    new Story('cus_lata', 400)
      .gift(399, '09:00', '250', 'Welcome gift', { expiresInDays: -310 })
      .spend(360, '17:45', '90', '0588')
      .gift(200, '09:00', '100', 'Summer offer', { expiresInDays: -140 })
      .redeem(11, '12:40', 'WINTER50'),
    vikram(),
    tara(),
    new Story('cus_joseph', 120)
      .topUp(119, '08:50', '1000')
      .spend(80, '21:10', '999.50', '0940')
      .topUp(6, '09:05', '750')
      .broughtBy('cus_tara', 118, '18:00')
      .purchase(5, '20:15', '1250', '1043')
      .redeem(7, '09:10', 'WINTER50'),
    new Story('cus_zoya', 25)
      .broughtBy('cus_asha', 25, '09:05')
      .topUp(24, '15:00', '4950')
      .redeem(20, '11:30', 'WINTER50')
      .spend(3, '12:12', '10', '1040'),
  ].flatMap((story) => story.events);
}

/** The customer of the demo: mostly bought credits, some gifts, one of them about to expire. */
function asha(): Story {
  return new Story('cus_asha', 420)
    .topUp(419, '10:30', '1000')
    .spend(410, '19:20', '240', '0511')
    .gift(395, '09:00', '300', 'Diwali gift', { expiresInDays: -330 })
    .spend(372, '18:05', '275', '0547')
    .topUp(340, '20:15', '800')
    .spend(318, '13:40', '410.50', '0623')
    .refund(316, '11:26', '0623', 'One item was damaged', '120.50')
    .spend(290, '19:55', '365', '0689')
    .gift(262, '09:00', '200', 'Holi offer', { expiresInDays: -230 })
    .topUp(255, '21:08', '1200')
    .spend(240, '18:30', '520', '0755')
    .spend(205, '20:10', '310', '0822')
    .gift(190, '10:00', '150', 'Sorry for the late delivery', { source: 'MANUAL' })
    .topUp(160, '19:45', '900')
    .spend(133, '18:20', '460', '0893')
    .refund(131, '12:02', '0893', 'Order cancelled before dispatch')
    .spend(118, '19:15', '385', '0917')
    .gift(90, '09:00', '300', 'Anniversary gift')
    .spend(76, '18:45', '205', '0955')
    .topUp(54, '20:40', '1000')
    .gift(53, '09:00', '60', 'Dussehra offer', { expiresInDays: -23 })
    .spend(45, '19:30', '480', '1008')
    .refund(32, '11:26', '1008', 'One item was missing', '120')
    .topUp(18, '21:08', '1500')
    .gift(15, '09:00', '250', 'Diwali gift', { expiresInDays: 350 })
    .spend(9, '18:03', '280', '1039')
    .gift(6, '16:22', '100', 'Thank you for your review', { source: 'LOYALTY' })
    .spend(3, '18:42', '170', '1042')
    .gift(2, '09:00', '300', 'Festive bonus', { expiresInDays: 3 })
    .claim(1, '10:05', 'weekend')
    .purchase(45, '19:31', '730', '1008');
}

function dev(): Story {
  return new Story('cus_dev', 380)
    .topUp(379, '12:00', '3000')
    .topUp(300, '12:00', '2500')
    .spend(250, '19:30', '1200', '0741')
    .topUp(170, '12:00', '2200')
    .gift(100, '09:00', '400', 'Gold member gift', { source: 'LOYALTY', expiresInDays: 20 })
    .spend(44, '20:20', '350', '1010')
    .refund(43, '10:45', '1010', 'Wrong size')
    .claim(30, '08:15', 'diwali')
    .redeem(4, '13:40', 'WINTER50')
    .claim(5, '08:20', 'earlyRiser');
}

/** Orders for which credits were set aside: one sent in part, one that never was, and two that wait. */
function meenakshi(): Story {
  return new Story('cus_meenakshi', 350)
    .topUp(349, '09:30', '9000')
    .topUp(330, '09:30', '4000')
    .spend(310, '18:10', '2150.75', '0634')
    .topUp(130, '09:30', '3500')
    .gift(70, '09:00', '1000', 'Platinum member gift', { source: 'LOYALTY' })
    .spend(22, '19:00', '890.25', '1030')
    .hold(14, '18:20', '760', '1036')
    .capture(14, '20:05', '590.50', '1036')
    .hold(9, '12:15', '420', '1040')
    .hold(2, '19:10', '640', '1046', 14)
    .hold(1, '10:30', '275', '1047', 14)
    .claim(28, '21:00', 'diwali')
    .claim(20, '09:40', 'winter');
}

/** A refund that came after its credits had expired: the money lives thirty more days. */
function vikram(): Story {
  return new Story('cus_vikram', 260)
    .gift(259, '09:00', '600', 'Opening offer', { expiresInDays: -60 })
    .spend(220, '17:20', '500', '0802')
    .topUp(110, '14:00', '300')
    .refund(12, '15:30', '0802', 'Goods returned under guarantee', '350')
    .redeem(2, '17:05', 'WINTER50')
    .claim(33, '13:10', 'firstThree');
}

/** Many small credits, each with its own end. */
function tara(): Story {
  const story = new Story('cus_tara', 180).topUp(179, '10:00', '1200');
  for (let week = 1; week <= 24; week += 1) {
    story.gift(175 - week * 7, '09:00', `${20 + week}`, `Week ${week} stamp card`, {
      source: 'LOYALTY',
      expiresInDays: week * 6 - 8,
    });
  }
  return story
    .spend(4, '11:11', '333.33', '1041')
    .broughtBy('cus_dev', 178, '20:00')
    .claim(33, '19:45', 'firstThree')
    .claim(14, '08:05', 'mug');
}

/** In each half of a day. */
const SALES = 12;

/** A corner shop that pays with credits all day, every other day: five thousand entries, as a long history should be tried with. */
function sunita(): Story {
  const story = new Story('cus_sunita', 421);
  let order = 20_000;
  for (let day = 420; day >= 4; day -= 2) {
    // At one moment with the first sales, which are paid from it.
    story.topUp(day, '10:20', '1230');
    for (const time of ['10:20', '20:05']) {
      for (let sale = 0; sale < SALES; sale += 1) {
        story.spend(day, time, `${35 + ((order * 7) % 30)}.50`, `${order}`);
        order += 1;
      }
    }
  }
  return story;
}
