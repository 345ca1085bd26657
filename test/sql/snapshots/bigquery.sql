WITH
read AS (
  SELECT
    CASE
      WHEN CAST(source.`customer` AS STRING) = '' OR source.`customer` != source.`customer` THEN NULL
      ELSE source.`customer`
    END AS `customerId`,
    CASE
      WHEN CAST(source.`order` AS STRING) = '' OR source.`order` != source.`order` THEN NULL
      ELSE source.`order`
    END AS `orderId`,
    CASE
      WHEN CAST(source.`product` AS STRING) = '' OR source.`product` != source.`product` THEN NULL
      ELSE source.`product`
    END AS `product`,
    CASE
      WHEN NOT REGEXP_CONTAINS(CAST(source.`paid at` AS STRING), '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])([T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]+)?)?(Z| ?[+-]([01][0-9]|2[0-3])(:?[0-5][0-9])?)?)?$') THEN NULL
      WHEN REGEXP_CONTAINS(CAST(source.`paid at` AS STRING), ':.*(Z|[+-][0-9]{2}(:?[0-9]{2})?)$')
        THEN CAST(DATETIME(SAFE_CAST(CONCAT(
          RPAD(SUBSTR(CAST(source.`paid at` AS STRING), 1, 16), 16, ' 00:00'),
          IFNULL(REGEXP_EXTRACT(SUBSTR(CAST(source.`paid at` AS STRING), 17), '^:[0-9]{2}(?:[.][0-9]{1,3})?'), ':00'),
          REGEXP_REPLACE(IFNULL(REGEXP_EXTRACT(SUBSTR(CAST(source.`paid at` AS STRING), 17), '(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)$'), 'Z'), '([0-9]{2})([0-9]{2})$', '\\1:\\2')
        ) AS TIMESTAMP), 'Europe/London') AS DATE)
      ELSE SAFE_CAST(SUBSTR(CAST(source.`paid at` AS STRING), 1, 10) AS DATE)
    END AS `day`,
    UNIX_MILLIS(SAFE_CAST(CONCAT(
      RPAD(SUBSTR(CAST(source.`paid at` AS STRING), 1, 16), 16, ' 00:00'),
      IFNULL(REGEXP_EXTRACT(SUBSTR(CAST(source.`paid at` AS STRING), 17), '^:[0-9]{2}(?:[.][0-9]{1,3})?'), ':00'),
      REGEXP_REPLACE(IFNULL(REGEXP_EXTRACT(SUBSTR(CAST(source.`paid at` AS STRING), 17), '(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)$'), 'Z'), '([0-9]{2})([0-9]{2})$', '\\1:\\2')
    ) AS TIMESTAMP)) AS `time`,
    CAST(source.`quantity` AS FLOAT64) * CAST(source.`price` AS FLOAT64) AS `amount`,
    CASE WHEN STARTS_WITH(source.`customer`, 'test\\') THEN 'it\'s a test' END AS `reason`
  FROM `shop`.`orders` AS source
),
log AS (
  SELECT *
  FROM read
  WHERE `customerId` IS NOT NULL
  AND `day` IS NOT NULL
  AND abs(`amount`) <= 1e+290
  AND `reason` IS NULL
),
placed AS (
  SELECT *, row_number() OVER (PARTITION BY `customerId`, `product`, TO_JSON_STRING(abs(`amount`)) ORDER BY `time`, CASE WHEN `amount` < 0 THEN 1 ELSE 0 END, CASE WHEN `orderId` IS NULL THEN 0 ELSE 1 END, `orderId`) AS `place`
  FROM log WHERE `day` <= DATE '2024-03-31'
),
balanced AS (
  SELECT *, sum(1 - 2 * CASE WHEN `amount` < 0 THEN 1 ELSE 0 END) OVER (PARTITION BY `customerId`, `product`, TO_JSON_STRING(abs(`amount`)) ORDER BY `place` ROWS UNBOUNDED PRECEDING) AS `balance`
  FROM placed
),
levelled AS (
  SELECT *,
    `balance` + CASE WHEN `amount` < 0 THEN 1 ELSE 0 END - CASE WHEN min(`balance`) OVER (PARTITION BY `customerId`, `product`, TO_JSON_STRING(abs(`amount`)) ORDER BY `place` ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) < 0 THEN min(`balance`) OVER (PARTITION BY `customerId`, `product`, TO_JSON_STRING(abs(`amount`)) ORDER BY `place` ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) ELSE 0 END AS `level`
  FROM balanced
),
matched AS (
  SELECT *,
    CASE
      WHEN `amount` < 0 AND `level` > 0 THEN 1
      WHEN `amount` >= 0 AND lead(CASE WHEN `amount` < 0 THEN 1 ELSE 0 END) OVER (PARTITION BY `customerId`, `product`, TO_JSON_STRING(abs(`amount`)), `level` ORDER BY `place`) = 1 THEN 1
      ELSE 0
    END AS `undone`
  FROM levelled
),
orders AS (
  SELECT
    `customerId`, `orderId`,
    min(CASE WHEN `amount` >= 0 THEN `day` END) AS `first`,
    max(CASE WHEN `amount` >= 0 THEN `day` END) AS `last`,
    count(CASE WHEN `amount` >= 0 THEN 1 END) AS `purchases`,
    CAST(SUM(CAST(`amount` AS BIGNUMERIC)) AS FLOAT64) AS `total`
  FROM matched
  WHERE `day` <= DATE '2024-03-31' AND `undone` = 0
  GROUP BY `customerId`, `orderId`
),
customers AS (
  SELECT
    `customerId`,
    CAST(DATE_DIFF(DATE '2024-03-31', max(`last`), DAY) AS INT64) AS `recency`,
    CAST(sum(CASE WHEN `orderId` IS NULL THEN `purchases` WHEN `purchases` > 0 THEN 1 ELSE 0 END) AS INT64) AS `frequency`,
    CAST(round(CASE
      WHEN abs(CAST(SUM(CAST(`total` AS BIGNUMERIC)) AS FLOAT64) * 1e2) < 1e9 THEN round(CAST(SUM(CAST(`total` AS BIGNUMERIC)) AS FLOAT64) * 1e2, 6)
      WHEN abs(CAST(SUM(CAST(`total` AS BIGNUMERIC)) AS FLOAT64) * 1e2) < 1e12 THEN round(CAST(SUM(CAST(`total` AS BIGNUMERIC)) AS FLOAT64) * 1e2, 3)
      ELSE round(CAST(SUM(CAST(`total` AS BIGNUMERIC)) AS FLOAT64) * 1e2, 1)
    END) / 1e2 + 0 AS FLOAT64) AS `monetary`,
    CAST(DATE_DIFF(DATE '2024-03-31', min(`first`), DAY) AS INT64) AS `tenure`
  FROM orders
  GROUP BY `customerId`
  HAVING max(`last`) IS NOT NULL
),
ranked AS (
  SELECT
    'recency' AS `dimension`,
    CAST(`recency` AS FLOAT64) AS `value`,
    row_number() OVER (ORDER BY `recency`) - 1 AS `place`
  FROM customers
  UNION ALL
  SELECT
    'frequency' AS `dimension`,
    CAST(`frequency` AS FLOAT64) AS `value`,
    row_number() OVER (ORDER BY `frequency`) - 1 AS `place`
  FROM customers
  UNION ALL
  SELECT
    'monetary' AS `dimension`,
    CAST(`monetary` AS FLOAT64) AS `value`,
    row_number() OVER (ORDER BY `monetary`) - 1 AS `place`
  FROM customers
),
steps AS (
  SELECT
    `dimension`, `step`, `bins`,
    DIV((`count` - 1) * `step`, `bins`) AS `place`,
    MOD((`count` - 1) * `step`, `bins`) AS `rest`
  FROM (
    SELECT 'recency' AS `dimension`, 1 AS `step`, 2 AS `bins`
    UNION ALL
    SELECT 'frequency' AS `dimension`, 1 AS `step`, 5 AS `bins`
    UNION ALL
    SELECT 'frequency' AS `dimension`, 2 AS `step`, 5 AS `bins`
    UNION ALL
    SELECT 'frequency' AS `dimension`, 3 AS `step`, 5 AS `bins`
    UNION ALL
    SELECT 'frequency' AS `dimension`, 4 AS `step`, 5 AS `bins`
    UNION ALL
    SELECT 'monetary' AS `dimension`, 1 AS `step`, 5 AS `bins`
    UNION ALL
    SELECT 'monetary' AS `dimension`, 2 AS `step`, 5 AS `bins`
    UNION ALL
    SELECT 'monetary' AS `dimension`, 3 AS `step`, 5 AS `bins`
    UNION ALL
    SELECT 'monetary' AS `dimension`, 4 AS `step`, 5 AS `bins`
  ) AS given
  CROSS JOIN (SELECT count(*) AS `count` FROM customers) AS counted
),
neighbours AS (
  SELECT
    steps.`dimension` AS `dimension`,
    steps.`step` AS `step`,
    `rest`,
    low.`value` AS `low`,
    high.`value` AS `high`,
    (low.`value` * (`bins` - `rest`) + high.`value` * `rest`) / `bins` AS `between`
  FROM steps
  JOIN ranked AS low
    ON low.`dimension` = steps.`dimension` AND low.`place` = steps.`place`
  LEFT JOIN ranked AS high
    ON high.`dimension` = steps.`dimension` AND high.`place` = steps.`place` + 1
),
cut_points AS (
  SELECT
    `dimension`, `step`,
    CASE
      WHEN `rest` > 0 AND `between` >= `low` AND `between` < `high` THEN `between`
      ELSE `low`
    END AS `cut`
  FROM neighbours
),
cuts AS (
  SELECT
    max(CASE WHEN `dimension` = 'recency' AND `step` = 1 THEN `point` END) AS `recency1`,
    max(CASE WHEN `dimension` = 'frequency' AND `step` = 1 THEN `point` END) AS `frequency1`,
    max(CASE WHEN `dimension` = 'frequency' AND `step` = 2 THEN `point` END) AS `frequency2`,
    max(CASE WHEN `dimension` = 'frequency' AND `step` = 3 THEN `point` END) AS `frequency3`,
    max(CASE WHEN `dimension` = 'frequency' AND `step` = 4 THEN `point` END) AS `frequency4`,
    max(CASE WHEN `dimension` = 'monetary' AND `step` = 1 THEN `point` END) AS `monetary1`,
    max(CASE WHEN `dimension` = 'monetary' AND `step` = 2 THEN `point` END) AS `monetary2`,
    max(CASE WHEN `dimension` = 'monetary' AND `step` = 3 THEN `point` END) AS `monetary3`,
    max(CASE WHEN `dimension` = 'monetary' AND `step` = 4 THEN `point` END) AS `monetary4`
  FROM (
    SELECT
      `dimension`, `step`,
      max(`cut`) OVER (PARTITION BY `dimension` ORDER BY `step`) AS `point`
    FROM cut_points
  ) AS ascending
),
scored AS (
  SELECT *, CONCAT(CAST(`r` AS STRING), CAST(`f` AS STRING), CAST(`m` AS STRING)) AS `rfm`
  FROM (
    SELECT
      `customerId`, `recency`, `frequency`, `monetary`, `tenure`,
      CASE
        WHEN `recency` <= `recency1` THEN 2
        ELSE 1
      END AS `r`,
      CASE
        WHEN `frequency` <= `frequency1` THEN 1
        WHEN `frequency` <= `frequency2` THEN 2
        WHEN `frequency` <= `frequency3` THEN 3
        WHEN `frequency` <= `frequency4` THEN 4
        ELSE 5
      END AS `f`,
      CASE
        WHEN `monetary` <= `monetary1` THEN 1
        WHEN `monetary` <= `monetary2` THEN 2
        WHEN `monetary` <= `monetary3` THEN 3
        WHEN `monetary` <= `monetary4` THEN 4
        ELSE 5
      END AS `m`
    FROM customers CROSS JOIN cuts
  ) AS digits
)
SELECT `customerId`, `recency`, `frequency`, `monetary`, `tenure`, `r`, `f`, `m`, `rfm`
FROM scored
