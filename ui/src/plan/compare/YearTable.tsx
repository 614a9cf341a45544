/** The lines of several years beside each other, section by section. */
import { Table } from '@mantine/core';
import { Fragment } from 'react';
import type { ComparedLine, Comparison } from '../../api';
import { Section, UnitValue, WideTable } from '../../shared';
import { sectionTitles } from '../session/sections';
import classes from './Compare.module.css';

export function YearTable({ comparison }: { comparison: Comparison }) {
  const sections = [...new Set(comparison.lines.map((line) => line.section))];
  const { years } = comparison;
  return (
    <Section id="side-by-side" title="Side by side">
      <WideTable minWidth={480}>
        <Table className="tabular">
          <caption className="visually-hidden">Plans of several years side by side</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">
                <span className="visually-hidden">What</span>
              </Table.Th>
              {years.map((year) => (
                <Table.Th key={year.year} scope="col" className="number">
                  {year.label}
                  <span className={classes.version}>
                    {year.version === null ? 'draft' : `version ${year.version}`}
                  </span>
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sections.map((section) => (
              <Fragment key={section}>
                <Table.Tr>
                  <Table.Th scope="colgroup" colSpan={years.length + 1} className={classes.sectionHead}>
                    {sectionTitles[section]}
                  </Table.Th>
                </Table.Tr>
                {comparison.lines
                  .filter((line) => line.section === section)
                  .map((line) => (
                    <Row key={`${line.name}:${line.unit}`} line={line} comparison={comparison} />
                  ))}
              </Fragment>
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
    </Section>
  );
}

function Row({ line, comparison }: { line: ComparedLine; comparison: Comparison }) {
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.rowHead}>
        {line.name}
      </Table.Th>
      {comparison.years.map((year, place) => (
        <Table.Td key={year.year} className="number">
          <UnitValue
            unit={line.unit}
            value={line.values[place]}
            why={`plan ${year.label} says nothing about it`}
          />
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
